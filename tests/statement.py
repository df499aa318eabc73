"""What the README's accessibility statement is made of: each criterion, how it stands, and what shows it.

All criteria of level A and AA of UAAG 2.0 (the final note of December 2015) and of WCAG 2.2 (read for
programs as WCAG2ICT does), and those of level AAA that are met.

Rules:
1. What is met, or partly, names a test that would fail if it were not so.
2. What is met in part says what is lacking; what does not apply says why.
3. A phrase is ours and short. Names are those of the guidelines.
"""

# ruff: noqa: E501 - a row a criterion

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Standing(StrEnum):
    """How a criterion stands."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not met"
    NOTHING = "does not apply"


class Criterion(NamedTuple):
    """A criterion of a guideline. `tests` are `path::name`, below `tests/`; a name may have a parameter."""

    number: str
    level: str
    name: str
    standing: Standing
    how: str
    tests: tuple[str, ...] = ()


def _rows(table: str) -> tuple[Criterion, ...]:
    """Return the rows of a table: number, level, name, standing, phrase and tests, between bars."""
    found = []
    for line in table.strip().splitlines():
        number, level, name, standing, how, *tests = (cell.strip() for cell in line.split("|"))
        found.append(Criterion(number, level, name, Standing(standing), how, tuple(filter(None, tests))))
    return tuple(found)


UAAG: Final = _rows("""
1.1.1 | A | Render alternative content | met | The text of a recording is on the screen, a picture's words where it stands | unit/session/test_review.py::test_pictures_are_said_where_they_stand | ui/test_tui_picture.py::test_the_words_of_a_picture_stand_where_it_does_not_come
1.1.2 | A | Indicate unrendered alternative content | met | Texts in other languages are named when it opens; a picture is told where it stands, its words by `G` | unit/sources/test_companions_languages.py::test_the_other_languages_are_offered_in_one_sentence | ui/test_tui_picture.py::test_a_picture_is_shown_large_with_all_that_is_known_of_it
1.1.3 | A | Replace non-text content | met | Words stand for a picture that is not drawn; the setting `picture` draws none | ui/test_tui_picture.py::test_the_words_of_a_picture_stand_where_it_does_not_come
1.1.4 | A | Clear display of alternatives for media | met | Text and controls stand apart at every size | ui/test_tui_sizes.py::test_all_of_it_is_there_in_any_window_from_40_by_12_up
1.1.5 | AA | Alternative content by default | partly | Settings choose pictures or words, and the language of the text; not each kind apart | unit/sources/test_companions_languages.py::test_the_language_that_was_asked_for_wins_then_the_users
1.1.6 | AA | Configurable text of captions | partly | As 1.4.1, for the text is the caption | ui/test_tui_sizes.py::test_large_print_is_larger_and_keeps_the_sentence_in_view
1.2.1 | AA | Support repair by assistive technologies | met | "Picture without a description.": nothing is made up | unit/session/test_review.py::test_pictures_are_said_where_they_stand
1.3.1 | A | Distinguishable highlighting | partly | Selection, match and focus differ, without colour too; links are told (`y`, and at full verbosity) and not shown | ui/test_tui_dialogs.py::test_search_asks_for_words_and_the_match_looks_like_one | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
1.3.2 | AA | Highlighting options | partly | By theme, not colour by colour | ui/test_tui_looks.py::test_themes_go_round_and_are_called_by_name
1.3.3 | AA | Highlighting active keyboard focus | partly | By theme, not colour by colour | ui/test_tui_looks.py::test_themes_go_round_and_are_called_by_name
1.3.4 | AA | Distinguishing enabled elements | not met | Controls have no colours of their own to be set
1.3.5 | AA | Distinguishing links | does not apply | Links are read as text
1.4.1 | A | Basic text formatting, globally | partly | Sizes to what fills the window, line spacing to twofold, themes; large print has one font, and single colours are not set | ui/test_tui_spacing.py::test_lines_stand_so_far_apart | ui/test_tui_sizes.py::test_large_print_is_larger_and_keeps_the_sentence_in_view | unit/ui/test_themes.py::test_what_is_painted_can_be_read
1.4.2 | AA | Basic text formatting, by element | not met | All text is set alike
1.4.3 | AA | Blocks of text, globally | partly | Letter spacing and margins; never justified; no borders to be set | ui/test_tui_spacing.py::test_letters_stand_apart_and_lines_hold_fewer | ui/test_tui_spacing.py::test_shorter_lines_leave_margins_at_both_sides
1.4.4 | AA | Configured and reflowed text printing | partly | `briefing export` writes large print for paper, which browsers scale and wrap anew; not in the player's own size and colours | unit/export/page/test_printed.py::test_what_paper_cannot_follow_stands_written_out_once_at_the_end | end_to_end/test_printed.py::test_nothing_on_paper_is_smaller_than_large_print_and_the_pages_are_numbered
1.4.5 | AA | Default to platform text settings | met | Ordinary sizes are in the terminal's own font, the theme `terminal` in its colours | unit/ui/test_themes.py::test_every_theme_is_drawn_in_any_number_of_colours
1.5.1 | A | Global volume | met | Recording, speech, announcements and all together, each apart | unit/session/test_levels.py::test_a_voice_is_as_loud_as_it_and_everything_are_set | unit/test_settings.py::test_a_setting_is_explained_and_reachable[say_volume]
1.6.1 | A | Speech rate, volume and voice | met | Settings, for reading aloud and for announcements apart | unit/test_settings.py::test_a_setting_is_explained_and_reachable[speech_wpm] | unit/test_settings.py::test_a_setting_is_explained_and_reachable[say_voice]
1.6.2 | AA | Speech pitch and range | partly | Pitch, not its range | unit/test_settings.py::test_a_setting_is_explained_and_reachable[speech_pitch]
1.6.3 | AA | Synthesized speech features | partly | Spells, by letters and by an alphabet's words; self-voicing names signs or not; there is no dictionary of the user's | unit/session/test_review.py::test_what_stands_here_is_read_then_spelled_then_spelled_by_words_and_read_again | unit/voicing/test_punctuation.py::test_signs_are_named_none_some_or_all
1.6.4 | AA | Synthesized speech language | met | The text's own, a passage's own, or any by `language` | unit/session/test_session_language.py::test_the_sentence_is_begun_anew_in_the_language_that_was_set | unit/speech/test_cast.py::test_a_passage_is_read_by_a_voice_of_its_language
1.7.1 | A | Disable author stylesheets | does not apply | Styles of a page are never used
1.7.2 | A | User stylesheets | does not apply | Styles of a page are never used
1.7.3 | A | Apply user stylesheets | does not apply | Styles of a page are never used
1.7.4 | AA | Save copies of stylesheets | does not apply | Styles of a page are never used
1.8.1 | A | Highlight viewport | met | What has the focus is seen, in reverse and bold | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
1.8.2 | A | Move viewport to selection and focus | met | The sentence and the focus stay in view, with the terminal's cursor on them | ui/test_tui_pointing.py::test_the_terminals_cursor_follows_the_sentence_and_the_focus | ui/test_tui_cursor.py::test_the_cursor_stands_at_the_sentence_in_another_size
1.8.3 | A | Viewport scrollbars | partly | A mark beside the text, a scrubber below it, bars in lists; the mark cannot be dragged | ui/test_tui_pointing.py::test_the_scrubber_seeks_where_it_is_clicked
1.8.4 | A | Indicate viewport position | met | Time, paragraph and sentence can be asked for at any time | unit/session/test_session.py::test_where_am_i_says_time_place_and_voice_in_words
1.8.5 | A | Allow zoom | partly | Up to what fills the window; not down to a tenth | ui/test_tui_filling.py::test_each_sentence_is_whole_and_the_shorter_the_larger
1.8.6 | A | Maintain point of regard | met | The sentence stays in view through sizes, spacing and windows | ui/test_tui_spacing.py::test_the_sentence_stays_in_view_through_every_change | ui/test_tui_sizes.py::test_any_resizing_in_any_size_is_borne
1.8.7 | AA | Customize viewport highlighting | partly | By theme, not colour by colour | ui/test_tui_looks.py::test_themes_go_round_and_are_called_by_name
1.8.8 | AA | Allow viewport resize | met | Any size that a terminal has | ui/test_screen_terminal.py::test_a_terminal_of_any_size_is_drawn_on
1.8.9 | AA | Viewport history | met | `u` comes back to what was open, at its place | unit/session/test_session_going.py::test_undo_did_not_come_back_from_what_was_opened
1.8.10 | AA | Open on request | does not apply | No content opens anything
1.8.11 | AA | Focus of what opens | does not apply | No content opens anything
1.8.12 | AA | Same user interface | does not apply | There is one window
1.8.13 | AA | Multi-column text reflow | met | Columns are read one after the other, always | unit/formats/pdf/test_pdf.py::test_columns_are_read_one_after_the_other_however_they_were_drawn
1.8.14 | AA | Ignore fixed unit dimensions | met | Lines are as long as is good to read, whatever a page says | ui/test_tui_sizes.py::test_lines_are_no_longer_than_is_good_to_read
1.8.15 | AA | Linearize content | met | One column always, tables row by row with the heads of their columns | unit/formats/pages/html/test_tables.py::test_a_row_is_read_with_the_heads_of_its_columns
1.8.16 | AAA | Bookmarks | met | With notes, listed, gone to, kept | unit/session/test_session.py::test_a_bookmark_is_kept_listed_reached_and_brought_back
1.9.1 | AA | Outline view | met | `o` lists the headings and goes to one | unit/session/test_session_notes.py::test_the_outline_lists_headings_with_their_levels_and_goes_to_one
1.10.1 | AA | Show related elements | met | Heads of columns are read with their cells; `y` says what stands there | unit/formats/pages/html/test_tables.py::test_a_row_is_read_with_the_heads_of_its_columns | unit/session/test_review.py::test_what_a_place_is_can_be_asked
2.1.1 | A | Full keyboard functionality | met | In both faces, by key, palette or typed; no key waits for another | ui/test_tui.py::test_every_command_does_something_by_its_key | ui/test_linear.py::test_every_key_is_answered_in_every_mode_and_nothing_is_redrawn | ui/test_every_way.py::test_as_it_is_typed_in_lines
2.1.2 | A | Keyboard focus | met | Always somewhere, and seen | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
2.1.3 | A | Avoid keyboard traps | met | Escape, `q` or its own key leaves all that is open | ui/test_linear_lists.py::test_a_list_is_left_by_escape_by_q_and_by_its_own_key_and_says_so | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
2.1.4 | A | Separate selection from activation | met | Moving starts nothing; the reading point moves without the place | unit/session/test_session.py::test_moving_does_not_start_playback | unit/session/test_review.py::test_nothing_of_it_moves_the_place_or_the_sound
2.1.5 | A | Text keyboard conventions | partly | Lines to type in know the usual keys; text is selected by mouse only | ui/test_tui_dialogs.py::test_the_terminals_cursor_is_where_the_next_letter_will_stand
2.1.6 | A | Efficient keyboard access | met | A key a command, and a palette | ui/test_tui.py::test_every_command_does_something_by_its_key
2.2.1 | A | Sequential navigation, elements | met | Tab goes round and back | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
2.2.2 | A | Sequential navigation, landmarks | partly | By paragraph, heading and chapter, and out of lists and asides; what is beside a story is left out | unit/session/test_session_leaving.py::test_a_list_is_left_to_what_comes_after_it
2.2.3 | AA | Default navigation order | met | That of the text | unit/text/test_transcript.py::test_steps_reach_everything_in_order_and_back
2.2.4 | AA | Options for wrapping | met | Ends are said and nothing wraps but a search, which says so | unit/session/test_review.py::test_edges_are_said_with_what_stands_there | ui/test_linear_lists.py::test_a_list_is_walked_row_by_row_to_its_ends
2.3.1 | AA | Direct navigation | met | Numbers go to rows of lists, keys to each control | ui/test_linear_lists.py::test_twelve_of_twelve_are_reached_by_their_numbers_and_enter | ui/test_tui.py::test_every_command_does_something_by_its_key
2.3.2 | AA | Direct activation | met | Each command by its key, typed, or on the command line | ui/test_every_way.py::test_from_the_palette_by_its_title_and_by_what_is_typed | ui/test_every_way.py::test_on_the_command_line
2.3.3 | AA | Direct commands of content | does not apply | No content has commands
2.3.4 | AA | Direct commands of the interface | met | Help and palette show the keys that the user has | ui/test_tui_dialogs.py::test_help_lists_every_command_with_its_keys
2.3.5 | AA | Customized keyboard commands | met | Every key can be changed | ui/test_tui.py::test_keys_can_be_given_to_other_commands
2.4.1 | A | Text search | met | All of the text, captions and what stands for pictures in it too | unit/text/test_search.py::test_search_folds_and_keeps_offsets_true
2.4.2 | A | Search direction | met | Both ways | unit/text/test_search.py::test_search_both_ways_and_around
2.4.3 | A | Match found | met | Marked, in view, counted, and the place to search on from | ui/test_tui_dialogs.py::test_search_asks_for_words_and_the_match_looks_like_one | unit/session/test_session_told.py::test_a_hit_says_which_it_is_of_how_many_and_where
2.4.4 | A | Alert on wrap or no match | met | Both are said | unit/session/test_session.py::test_search_goes_both_ways_wraps_and_says_so
2.4.5 | AA | Alternative content search | partly | What stands in the text; not the words of a picture that is drawn | unit/text/test_search.py::test_a_word_of_the_text_is_found_there
2.5.1 | AA | Structural navigation | partly | By heading, section, chapter; tables only row by row | unit/session/test_review.py::test_each_step_reads_one_unit_and_says_where_it_leads_into_a_paragraph | unit/session/test_session_notes.py::test_the_outline_lists_headings_with_their_levels_and_goes_to_one
2.6.1 | A | Persistent settings | met | What is changed inside, or by `briefing settings`, is kept | unit/session/test_session_settings.py::test_a_change_is_in_force_at_once_kept_and_undone_in_the_file_too | unit/cli/test_settings_writing.py::test_what_is_written_is_read_again
2.6.2 | A | Restore all to default | partly | Each by a key in the list of settings; all of them by dropping the file | ui/test_settings_inside.py::test_in_lines_a_setting_is_as_usual_again_by_a_key_and_the_list_stays | unit/test_settings.py::test_nothing_set_is_the_default
2.6.3 | AA | Multiple sets of settings | met | Profiles, ours and the user's, by flag or from a list inside | unit/test_profiles.py::test_a_users_own_profile_stands_beside_ours_or_changes_one | unit/session/test_session_settings.py::test_a_profile_is_put_in_force_at_once_and_its_settings_are_taken_out_of_the_file
2.6.4 | AAA | Changes from outside | met | Flags, environment and a file | unit/test_settings.py::test_flag_over_environment_over_file
2.6.5 | AAA | Transferable settings | met | One file of text | unit/cli/test_settings_writing.py::test_what_is_written_is_read_again
2.7.1 | AA | Customize display of controls | partly | Fewer with `quiet`, any key; none can be moved | ui/test_tui_looks.py::test_a_quiet_screen_has_no_clock_no_moving_word_and_no_header
2.8.1 | A | Adjustable time limits | met | There are none: digits of a number wait for Enter | ui/test_linear_lists.py::test_twelve_of_twelve_are_reached_by_their_numbers_and_enter
2.9.1 | A | Three flashes or below threshold | partly | Nothing blinks with `reduced_motion`, nor does the light; a word that is shown alone may change more often, which `quiet` stops | ui/test_tui_looks.py::test_with_reduced_motion_nothing_blinks | ui/test_tui_focus.py::test_a_quiet_screen_has_no_word_by_word
2.10.1 | A | Load-only | met | Nothing plays before it is asked to | unit/session/test_session.py::test_opens_paused_and_says_what_is_open
2.10.2 | A | Execution placeholder | does not apply | Nothing of a page is run
2.10.3 | A | Execution toggle | does not apply | Nothing of a page is run
2.10.4 | AA | Adjustable playback rate | met | 50 to 400 percent at the same pitch, the text in step, one key back to normal | unit/audio/test_stretch.py::test_the_length_follows_the_speed_and_the_pitch_does_not | unit/session/test_session.py::test_twice_the_speed_tells_all_words_in_half_the_time
2.10.5 | A | Stop, pause, resume | met | At the same word | unit/session/test_session.py::test_space_pauses_and_goes_on_at_the_same_word
2.10.6 | A | Navigation by time | met | A scrubber, a typed time, tenths, 5 and 30 seconds | ui/test_tui_pointing.py::test_the_scrubber_seeks_where_it_is_clicked | unit/session/test_session_reader.py::test_times_are_read_as_they_are_written
2.10.7 | AA | Navigation by semantics | met | Word, sentence, paragraph, chapter | unit/session/test_chapters.py::test_next_chapter_goes_to_each_and_says_which
2.11.1 | AA | Text input with any device | met | Whatever types or pastes into a terminal | ui/test_linear.py::test_a_paste_goes_into_the_prompt_and_nowhere_else | ui/test_linear_terminal.py::test_keys_may_come_from_a_pipe
3.1.1 | A | Text entry undo | partly | Letters are deleted, and said; Escape drops the line | ui/test_linear.py::test_what_is_deleted_is_said_with_what_is_left | ui/test_linear.py::test_escape_closes_a_prompt_and_keys_are_commands_again
3.1.2 | A | Settings can be reversed | met | `u` takes a change back, in the file too | unit/session/test_session_settings.py::test_a_change_is_in_force_at_once_kept_and_undone_in_the_file_too | unit/cli/test_settings_writing.py::test_a_change_tells_what_would_undo_it
3.1.3 | A | Retrieval progress | met | Shares or amounts, who is waited for, and what leaves | ui/test_arriving_slowly.py::test_lines_tell_how_a_page_gets_on_and_then_the_page | unit/session/test_waiting.py::test_a_slow_page_is_told_by_quarters
3.1.4 | AA | Spell check | does not apply | No text is written here
3.1.5 | AA | Back | met | `u` comes back from what was opened | unit/session/test_session_going.py::test_undo_did_not_come_back_from_what_was_opened
3.1.6 | AA | Form submission confirm | does not apply | There are no forms
3.1.7 | AA | Form auto-fill | does not apply | There are no forms
3.1.8 | AA | Save form entries | does not apply | There are no forms
3.2.1 | A | Accessible documentation | met | The manual is a briefing: read, heard, searched, by headings | unit/cli/wiring/test_manual.py::test_it_is_a_text_with_headings_and_ends_with_all_commands_and_settings
3.2.2 | A | Describe accessibility features | met | In the manual | unit/cli/wiring/test_manual.py::test_every_command_is_named
3.2.3 | AA | Document all features | met | Each command, setting, profile and subcommand | unit/cli/wiring/test_manual.py::test_every_command_is_named | unit/cli/wiring/test_manual.py::test_what_is_typed_in_a_shell_can_be
3.2.4 | AA | Changes between versions | met | The changelog | unit/test_readme.py::test_the_changelog_knows_this_version
3.2.5 | AAA | Centralized view | met | This table | unit/test_statement.py::test_what_is_met_is_shown_by_tests_that_exist
3.3.1 | A | Avoid unpredictable focus | met | What comes moves nothing under the cursor | ui/test_tui_library.py::test_what_a_refresh_brings_moves_nothing_under_the_cursor
4.1.1 | A | Platform accessibility services | partly | A terminal carries text and a cursor, and hands them on; a voice of our own says the rest | end_to_end/test_reader.py::test_each_key_is_answered_in_words | ui/test_tui_cursor.py::test_what_opens_is_read_from_its_first_frame_and_the_sentence_when_it_closes
4.1.2 | A | Expose accessible properties | partly | Name and value are words where the cursor stands, and change as they do; a terminal has no roles | ui/test_tui_cursor.py::test_a_control_is_read_with_its_value_as_it_takes_the_focus_and_as_it_changes
4.1.3 | A | Equivalent alternatives | met | Screen reader mode and self-voicing do all that the screen does | ui/test_carriers.py::test_the_linear_face_answers_every_command | end_to_end/test_self_voicing.py::test_a_whole_visit_is_made_by_what_was_spoken_alone
4.1.4 | A | Access to documents as fallback | met | `show --json` has the text, its blocks and structure | unit/cli/subcommands/test_cli_show.py::test_the_chapters_of_a_recording_stand_where_their_first_words_do
4.1.5 | A | Content interaction | partly | Commands are piped in or given at the start; a running player is not steered from elsewhere | ui/test_linear_terminal.py::test_keys_may_come_from_a_pipe | ui/test_every_way.py::test_on_the_command_line
5.1.1 | A to AAA | Comply with WCAG | does not apply | No part is a web page
5.1.2 | A | Accessibility features of formats | partly | Alternatives, captions, languages, headings, table heads, notes, speakers, media overlays; no sign language, no described film | unit/session/test_cursor.py::test_the_words_for_a_picture_are_said_before_its_caption_and_once_where_that_says_the_same | unit/formats/pages/html/test_tables.py::test_a_row_is_read_with_the_heads_of_its_columns
5.1.3 | A | Accessibility features of the platform | partly | `NO_COLOR`, the terminal's cursor, its title and its keys; macOS and Windows were not tried | ui/test_tui_looks.py::test_no_colours_if_none_are_wanted
5.1.4 | AA | Alternative viewers | partly | The current sentence by the clipboard, all of it by `export` | ui/test_copy.py::test_the_screen_copies_the_sentence_and_says_it
""")
"""UAAG 2.0."""

WCAG: Final = _rows("""
1.1.1 | A | Non-text content | met | A picture's description and caption, once where they are the same | unit/session/test_cursor.py::test_the_words_for_a_picture_are_said_before_its_caption_and_once_where_that_says_the_same
1.2.1 | A | Audio-only and video-only | met | Text beside sound, speech where there is none | unit/session/test_session.py::test_with_no_recording_speech_reads
1.2.2 | A | Captions | met | Of a film the sound is played, with its subtitles as the text | unit/session/test_session.py::test_every_word_is_told_once_in_order_when_it_is_heard
1.2.3 | A | Audio description or alternative | does not apply | Of a film no picture is shown
1.2.4 | AA | Captions, live | does not apply | Nothing is live
1.2.5 | AA | Audio description | does not apply | Of a film no picture is shown
1.3.1 | A | Info and relationships | met | What each part is, is said or can be asked | ui/test_linear.py::test_the_text_is_printed_with_what_each_part_is | unit/session/test_review.py::test_what_a_place_is_can_be_asked
1.3.2 | A | Meaningful sequence | met | One column in the order of reading | unit/text/test_transcript.py::test_steps_reach_everything_in_order_and_back
1.3.3 | A | Sensory characteristics | met | Sentences name commands and keys, no shapes or colours | ui/test_named_keys.py::test_every_sentence_about_a_key_is_driven
1.3.4 | AA | Orientation | met | Any window from 40 columns by 12 lines up | ui/test_tui_sizes.py::test_all_of_it_is_there_in_any_window_from_40_by_12_up
1.3.5 | AA | Identify input purpose | does not apply | Nothing is asked about the user
1.4.1 | A | Use of color | met | State is told by words; word, sentence, match and selection differ without colour | unit/ui/test_themes.py::test_without_colours_word_sentence_match_and_selection_differ_by_their_marks | unit/ui/test_themes.py::test_what_is_painted_can_be_read_by_colour_blind_eyes
1.4.2 | A | Audio control | met | One key stops the sound, one mutes it | unit/session/test_session.py::test_space_pauses_and_goes_on_at_the_same_word
1.4.3 | AA | Contrast, minimum | met | At least 4.5:1 in every theme, in all colours, 256 and 16 | unit/ui/test_themes.py::test_what_is_painted_can_be_read | unit/ui/test_themes.py::test_what_is_painted_in_sixteen_colours_can_be_read | ui/test_tui_contrast.py::test_selected_text_can_be_read
1.4.4 | AA | Resize text | met | To what fills the window, prompts and lists with it | ui/test_tui_sizes.py::test_large_print_is_larger_and_keeps_the_sentence_in_view | ui/test_tui_enlarged.py::test_the_lines_of_a_list_are_in_large_print
1.4.5 | AA | Images of text | met | Large print is text: it is selected and copied as such | ui/test_tui_pointing.py::test_a_selection_by_mouse_is_of_whole_words_as_they_stand
1.4.6 | AAA | Contrast, enhanced | met | 7:1 in the high-contrast theme | ui/test_tui_contrast.py::test_every_sign_can_be_told_from_what_is_behind_it
1.4.10 | AA | Reflow | met | Nothing scrolls sideways | ui/test_tui_sizes.py::test_all_of_it_is_there_in_any_window_from_40_by_12_up
1.4.11 | AA | Non-text contrast | met | Focus, scrubber and marks, too | ui/test_tui_contrast.py::test_every_sign_can_be_told_from_what_is_behind_it
1.4.12 | AA | Text spacing | partly | Lines to twofold, letters of larger print; words and paragraphs not by themselves | ui/test_tui_spacing.py::test_lines_stand_so_far_apart | ui/test_tui_spacing.py::test_letters_stand_apart_and_lines_hold_fewer
1.4.13 | AA | Content on hover or focus | does not apply | Nothing appears on hover
2.1.1 | A | Keyboard | met | Each command by key, palette or typed | ui/test_tui.py::test_every_command_does_something_by_its_key | ui/test_every_way.py::test_from_the_palette_by_its_title_and_by_what_is_typed
2.1.2 | A | No keyboard trap | met | Escape, `q` or its own key leaves | ui/test_linear_lists.py::test_a_list_is_left_by_escape_by_q_and_by_its_own_key_and_says_so
2.1.4 | A | Character key shortcuts | met | Every key can be changed or taken away | ui/test_tui.py::test_keys_can_be_given_to_other_commands
2.2.1 | A | Timing adjustable | met | There is no time limit | ui/test_linear_lists.py::test_twelve_of_twelve_are_reached_by_their_numbers_and_enter
2.2.2 | A | Pause, stop, hide | met | `quiet` hides the clock and the moving word, pause stops all | ui/test_tui_looks.py::test_a_quiet_screen_has_no_clock_no_moving_word_and_no_header | ui/test_tui_looks.py::test_with_reduced_motion_nothing_blinks
2.3.1 | A | Three flashes or below threshold | partly | As UAAG 2.9.1 | ui/test_tui_looks.py::test_with_reduced_motion_nothing_blinks
2.4.1 | A | Bypass blocks | met | Skips to story, player and size; menus of pages are left out | ui/test_tui.py::test_every_command_does_something_by_its_key
2.4.2 | A | Page titled | met | The terminal's title names what is open | ui/test_screen_terminal.py::test_ctrl_z_gives_the_terminal_back_until_the_shell_goes_on
2.4.3 | A | Focus order | met | Text, player, size, and round again | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round
2.4.4 | A | Link purpose | does not apply | Links are read as text
2.4.5 | AA | Multiple ways | met | Search, outline, chapters, times, pages | unit/session/test_session_notes.py::test_the_outline_lists_headings_with_their_levels_and_goes_to_one
2.4.6 | AA | Headings and labels | met | Every prompt and list has a title | ui/test_carriers.py::test_both_faces_ask_for_what_a_row_says_is_asked
2.4.7 | AA | Focus visible | met | Reverse and bold, and the terminal's cursor | ui/test_tui_pointing.py::test_focus_is_seen_without_colour_and_goes_round | ui/test_tui_cursor.py::test_a_control_is_read_with_its_value_as_it_takes_the_focus_and_as_it_changes
2.4.11 | AA | Focus not obscured | met | A line to type in leaves the text in view | ui/test_tui_dialogs.py::test_the_text_stays_in_view_behind_a_line_that_is_typed
2.5.1 | A | Pointer gestures | met | A click is all | ui/test_tui_pointing.py::test_the_scrubber_seeks_where_it_is_clicked
2.5.2 | A | Pointer cancellation | partly | A jump by click is taken back by `u`, a click itself is not | ui/test_tui_pointing.py::test_a_click_on_a_word_plays_from_there | unit/session/test_session.py::test_undo_comes_back_from_a_jump
2.5.3 | A | Label in name | met | A command is typed by the name that is shown | ui/test_tui_dialogs.py::test_the_palette_finds_commands_and_takes_arguments
2.5.4 | A | Motion actuation | does not apply | Nothing is done by motion
2.5.7 | AA | Dragging movements | met | Nothing has to be dragged | ui/test_tui_pointing.py::test_the_scrubber_seeks_where_it_is_clicked
2.5.8 | AA | Target size | met | Rows are as high as the terminal's letters, and each has a key that does the same | ui/test_tui.py::test_every_command_does_something_by_its_key
3.1.1 | A | Language of page | partly | The text's language chooses the voice; a terminal cannot be told it, and the player speaks English | unit/speech/test_cast.py::test_the_voice_that_was_chosen_reads_the_texts_own_language
3.1.2 | AA | Language of parts | met | A passage has a voice of its language | unit/speech/test_cast.py::test_a_passage_is_read_by_a_voice_of_its_language
3.2.1 | A | On focus | met | Focus starts nothing | unit/session/test_session.py::test_moving_does_not_start_playback
3.2.2 | A | On input | met | Typing waits for Enter | ui/test_linear.py::test_a_search_is_typed_with_an_echo_of_each_letter
3.2.3 | AA | Consistent navigation | met | The same keys in both faces | ui/test_carriers.py::test_what_every_face_carries_out_stands_in_the_one_table
3.2.4 | AA | Consistent identification | met | One table names commands everywhere | ui/test_carriers.py::test_what_every_face_carries_out_stands_in_the_one_table
3.2.6 | A | Consistent help | met | The same key, the same manual | unit/cli/wiring/test_manual.py::test_it_names_the_keys_that_its_user_has
3.3.1 | A | Error identification | met | In a sentence | unit/session/test_session.py::test_a_mistake_is_answered_and_never_raised
3.3.2 | A | Labels or instructions | met | Prompts say what they take, with an example | ui/test_linear.py::test_go_asks_where_to
3.3.3 | AA | Error suggestion | met | And says what would be taken | unit/test_settings.py::test_any_value_is_taken_or_refused_in_a_sentence
3.3.4 | AA | Error prevention | met | What is dropped comes back by `u` | ui/test_tui_library.py::test_a_subscription_is_dropped_and_brought_back
3.3.7 | A | Redundant entry | met | What was searched for or opened is kept | unit/session/test_search.py::test_the_next_one_is_another_and_round_the_end_the_first_again
3.3.8 | AA | Accessible authentication | does not apply | Nobody logs in
4.1.2 | A | Name, role, value | partly | As UAAG 4.1.2 | ui/test_tui_cursor.py::test_a_control_is_read_with_its_value_as_it_takes_the_focus_and_as_it_changes
4.1.3 | AA | Status messages | met | Said without a change of focus: status line, a line of its own, our own voice | ui/test_tui.py::test_a_notice_about_the_sound_stays_on_the_screen | unit/voicing/test_voice.py::test_announcements_are_heard_one_after_another_and_told_with_their_times
""")
"""WCAG 2.2, as WCAG2ICT applies it to programs that are no web pages."""
