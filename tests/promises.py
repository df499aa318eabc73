"""What the README promises, sentence by sentence, and the test that would fail if it were not so.

A new sentence is a row here, named by how it begins: with its tests, or with why it has none.
"""

from __future__ import annotations

from typing import Final

DISPATCHER: Final = "tests/end_to_end/test_speech_dispatcher.py"
ASIDE: Final = "tests/unit/session/test_session_aside.py"
SSIP: Final = "tests/unit/speech/engines/test_ssip.py"
STUDY: Final = "tests/unit/session/test_session_study.py"
ENDS: Final = "tests/unit/session/test_sentence_ends.py"
ANKI: Final = "tests/unit/export/study/test_anki.py"
STUDIED: Final = "tests/end_to_end/test_study_export.py"
VEIL: Final = "tests/unit/session/test_veil.py"
VISIT: Final = "tests/ui/test_study_visit.py"
LEARNER: Final = "tests/end_to_end/test_learner.py"
COMMANDS: Final = "tests/end_to_end/test_readme_commands.py"
BEFOREHAND: Final = "tests/end_to_end/test_timed_beforehand.py"
TUI: Final = "tests/ui/test_tui.py"
THEMES: Final = "tests/unit/ui/test_themes.py"
LOOKS: Final = "tests/ui/test_tui_looks.py"
SIZES: Final = "tests/ui/test_tui_sizes.py"
POINTING: Final = "tests/ui/test_tui_pointing.py"
DIALOGS: Final = "tests/ui/test_tui_dialogs.py"
LINEAR: Final = "tests/ui/test_linear.py"
ALIGNER: Final = "tests/unit/align/test_aligner.py"
BATCH: Final = "tests/end_to_end/test_batch.py"
SETTINGS: Final = "tests/unit/test_settings.py"
SAID_AS: Final = "tests/unit/text/pronunciation"
LINES: Final = "tests/unit/speech/test_pronounced.py"
PRONUNCIATIONS: Final = "tests/unit/cli/subcommands/test_cli_pronunciations.py"
COMPANIONS: Final = "tests/unit/sources/test_companions.py"
LANGUAGES: Final = "tests/unit/sources/test_companions_languages.py"
EXPORT: Final = "tests/unit/cli/subcommands/test_cli_export.py"
ENCODING: Final = "tests/unit/audio/media/test_encoding.py"
ROUND_TRIPS: Final = "tests/unit/formats/timed/test_timed_round_trips.py"
ADDRESSES: Final = "tests/end_to_end/test_addresses.py"
LIBRARY: Final = "tests/unit/store/library"
REFRESH: Final = "tests/end_to_end/test_refresh.py"
REFRESHING: Final = "tests/unit/library/test_refresh.py"
FEEDS: Final = "tests/unit/sources/test_feeds.py"
MOVES: Final = "tests/unit/sources/test_feeds_moves.py"
TODAY: Final = "tests/unit/library/test_today.py"
SUBSCRIBE: Final = "tests/unit/cli/subcommands/test_subscribe.py"
SHELVES: Final = "tests/ui/test_tui_library.py"
SESSION: Final = "tests/unit/session/test_session.py"
CHAPTERS: Final = "tests/unit/formats/books/test_chapter.py"
BOOKS: Final = "tests/unit/formats/books/test_books.py"
TALKING: Final = "tests/end_to_end/test_talking_books.py"
QUEUE: Final = "tests/unit/session/test_session_queue.py"
MORNING: Final = "tests/end_to_end/test_today.py"
OPENED: Final = "tests/unit/cli/wiring/test_library_wiring.py"
READ: Final = "tests/unit/formats/feeds"
MANUAL: Final = "tests/unit/cli/wiring/test_manual.py"
INSIDE: Final = "tests/ui/test_settings_inside.py"
SET_INSIDE: Final = "tests/unit/session/test_session_settings.py"
STATEMENT: Final = "tests/unit/test_statement.py"
PROFILES: Final = "tests/unit/test_profiles.py"
CLI_SETTINGS: Final = "tests/unit/cli/subcommands/test_cli_settings.py"

SPEAKS: Final = "tests/unit/voicing/test_voice.py"

HEARD: Final = "tests/end_to_end/test_reader_measures.py"
CURSOR: Final = "tests/ui/test_tui_cursor.py"
TOUCHING: Final = "tests/ui/test_linear_touching.py"

RETIMED: Final = "tests/unit/session/narrators/test_retiming_measured.py"
DESKTOP: Final = "tests/end_to_end/test_desktop.py"
SEEN: Final = "tests/unit/session/test_session_desktop.py"

PROMISES: Final[dict[str, tuple[str, ...]]] = {
    "On Linux a desktop's media keys and panels": (
        f"{DESKTOP}::test_a_desktop_sees_and_commands_the_player",
        f"{DESKTOP}::test_changes_are_told_to_who_follows_and_playing_on_is_no_change",
        f"{DESKTOP}::test_the_cover_is_a_file_that_goes_with_the_player",
    ),
    "*Next* is the next item of several": (
        f"{SEEN}::test_next_is_a_paragraph_where_there_is_nothing_else",
        f"{SEEN}::test_next_is_the_next_item_where_there_are_several",
    ),
    "What a desktop asks for is done": (f"{SEEN}::test_what_is_asked_for_is_done_and_said_as_if_by_a_key",),
    "Nothing of the text is told": (
        "tests/unit/desktop/test_mpris.py::test_what_is_open_is_named_and_nothing_of_its_text_is_told",
        f"{SEEN}::test_an_address_that_may_be_the_readers_alone_is_not_told",
    ),
    '`desktop = "off"` turns it off': (
        f"{DESKTOP}::test_without_a_bus_or_the_setting_no_process_is_started",
    ),
    "A bus that is not there, stalls": (
        f"{DESKTOP}::test_a_bus_that_stalls_keeps_nobody_waiting",
        f"{DESKTOP}::test_where_the_bus_dies_it_plays_on_and_is_seen_again_when_there_is_one",
        f"{DESKTOP}::test_a_program_that_asks_without_end_gets_no_more_than_a_key_held_down",
        f"{DESKTOP}::test_a_bus_that_is_nothing_of_the_kind_costs_nothing",
        f"{DESKTOP}::test_no_process_and_no_file_is_left",
    ),
    "A second player has a name": (f"{DESKTOP}::test_a_second_player_has_a_name_of_its_own",),
    "A terminal that has the media keys": (
        "tests/ui/test_media_keys.py::test_lines_take_media_keys_where_the_terminal_answers_and_give_them_back",
        "tests/ui/test_media_keys.py::test_the_screen_takes_them_whatever_is_open",
        "tests/unit/ui/linear/test_all_keys.py::test_keys_are_taken_when_the_terminal_answers_and_given_back_once",
        "tests/unit/ui/linear/test_all_keys.py::test_only_a_terminal_that_may_know_the_question_is_asked",
    ),
    "What took ten seconds or longer": (
        f"{SEEN}::test_a_notice_comes_where_the_words_took_long",
        f"{SEEN}::test_a_notice_comes_where_what_was_opened_took_long_to_come",
        "tests/unit/cli/test_notices.py::test_a_command_that_took_long_is_told_to_who_waited_for_it",
        "tests/unit/desktop/test_link.py::test_a_notice_is_shown_by_the_desktop_and_says_no_more_than_its_sentence",
    ),
    "macOS and Windows have none": (
        "tests/unit/cli/test_doctor_desktop.py::test_what_other_systems_lack_is_said",
    ),
    "For learners and proof-listeners": (
        f"{STUDY}::test_study_is_chosen_from_a_list_and_each_of_its_choices_from_another",
        f"{VISIT}::test_a_learner_hears_repeats_slows_down_and_stops_in_lines",
        f"{VISIT}::test_a_learner_hears_repeats_slows_down_and_stops_on_the_screen",
        f"{LEARNER}::test_a_learner_hears_a_sentence_and_takes_all_of_them_along",
    ),
    "a pause (`study_pause`): seconds": (
        f"{ENDS}::test_it_is_silent_after_each_sentence_for_exactly_so_long",
        f"{ENDS}::test_a_pause_may_be_as_long_as_the_sentence_at_the_speed_that_is_heard",
    ),
    "hearing it several times (`study_times`)": (
        f"{ENDS}::test_each_sentence_is_heard_so_often_and_each_time_at_its_pace",
        f"{ENDS}::test_the_speed_that_is_set_is_that_of_the_ladder_too",
    ),
    "shadowing (`study_shadow`)": (
        f"{ENDS}::test_the_sentence_may_be_heard_again_softly",
        f"{STUDY}::test_the_settings_say_how_often_and_how_each_sentence_is_heard",
    ),
    "text that is hidden until it was heard": (
        f"{VISIT}::test_on_the_screen_blanks_stand_for_what_was_not_heard_and_copying_leaves_it_out",
        f"{VISIT}::test_in_large_print_nothing_is_drawn_of_what_was_not_heard",
        f"{VEIL}::test_nothing_that_is_hidden_is_said_by_accident",
        f"{VEIL}::test_it_is_shown_where_that_is_asked_for_and_undo_hides_it_again",
    ),
    "`|` stops at the end of the sentence": (
        f"{ENDS}::test_it_stops_once_at_the_end_of_the_sentence_and_goes_on_with_the_next",
        f"{ENDS}::test_it_stops_always_at_the_end_of_what_is_wanted",
        f"{STUDY}::test_it_stops_once_or_always_at_an_end_and_says_so",
    ),
    "It works with the recording and with speech": (
        f"{ENDS}::test_another_voice_in_a_gap_goes_on_with_what_follows_and_in_the_same_way",
        f"{ENDS}::test_a_loop_goes_round_by_itself_with_the_pauses_in_it",
        "tests/unit/audio/test_legs.py::test_a_leg_ends_and_the_next_begins_at_the_very_frame",
        "tests/unit/audio/test_legs.py::test_a_leg_takes_as_long_as_its_pace_says",
    ),
    "`space` in a pause stops": (f"{ENDS}::test_pausing_in_a_gap_ends_it_and_playing_goes_on_at_once",),
    "`briefing export SOURCE OUT.apkg` writes a package for Anki": (
        f"{ANKI}::test_each_sentence_is_a_note_with_six_fields_and_a_card",
    ),
    "Taken in again it brings its notes up to date": (
        f"{ANKI}::test_notes_are_known_again_by_the_same_ids_of_the_same_kind_in_the_same_deck",
        f"{STUDIED}::test_anki_takes_in_sentences_of_speech_and_brings_them_up_to_date",
    ),
    "`OUT.study.zip` has the same as a table": (
        "tests/unit/export/study/test_sheet.py::test_a_row_a_sentence_names_its_clip_and_its_times",
        "tests/end_to_end/test_study_joined.py::test_today_is_one_table_with_a_clip_of_each_sentence",
    ),
    "Clips are cut from the recording": (
        "tests/unit/cli/wiring/test_clipping.py::test_a_piece_is_cut_to_the_frame_however_the_sound_comes",
        "tests/unit/export/study/test_sentences.py::test_without_times_that_are_sure_there_is_no_clip",
        f"{STUDIED}::test_clips_of_the_recording_are_as_long_as_their_sentences",
    ),
    "Where it is not known when sentences end": (
        f"{ENDS}::test_it_goes_by_paragraphs_where_the_ends_of_sentences_are_not_known",
        f"{STUDY}::test_where_sentences_are_not_timed_study_says_that_it_goes_by_paragraph",
    ),
    "With `quiet`, a row of a list is written": (
        f"{CURSOR}::test_on_a_quiet_screen_a_row_is_written_as_the_cursor_comes_to_it",
        f"{CURSOR}::test_on_a_quiet_screen_the_bar_is_the_same_signs_wherever_the_reading_and_the_focus_are",
    ),
    "`scripts/hear --reader fenrir": (
        "tests/unit/test_hearing.py::test_a_visit_is_written_with_what_was_said_and_what_it_was_like",
        "tests/unit/test_hearing.py::test_each_key_is_told_with_its_answer_and_its_line_of_braille",
        f"{HEARD}::test_every_key_is_answered_as_announced_and_nothing_else_is_said",
    ),
    "At a braille display, with": (
        f"{TOUCHING}::test_a_routing_key_above_any_cell_of_the_text_brings_the_reading_point_to_its_word",
        f"{TOUCHING}::test_an_arrow_says_nothing_and_the_place_stays_until_enter_plays_from_the_point",
    ),
    "`&` says the next row": (
        f"{TOUCHING}::test_the_next_row_of_what_was_said_is_said_alone_and_the_ends_are_told",
        f"{TOUCHING}::test_of_more_rows_than_the_window_has_the_first_are_written_and_each_can_be_read",
    ),
    "`pronunciations.csv`, beside the settings file": (
        f"{PRONUNCIATIONS}::test_what_is_added_is_listed_changed_and_removed",
    ),
    "A line that cannot be taken is told by its number": (
        "tests/unit/text/pronunciation/test_table.py::test_a_broken_line_is_told_by_its_number_and_stops_no_other",
    ),
    "A star or a question mark is all the pattern": (
        f"{SAID_AS}/test_dictionary.py::test_a_hostile_file_and_a_hostile_text_take_no_more_than_their_lengths",
    ),
    "More than 1,300 names in the news": (
        f"{SAID_AS}/test_news.py::test_each_can_be_an_entry_and_has_the_respelling_of_its_sound",
        f"{PRONUNCIATIONS}::test_names_that_ship_are_listed_where_they_are_asked_for",
    ),
    "They need their capitals, and yours": (
        "tests/unit/text/pronunciation/test_dictionary.py::test_the_users_own_wins_over_what_ships",
    ),
    "The longest name wins, ": (
        "tests/unit/text/pronunciation/test_dictionary.py::test_the_longest_name_is_found",
        "tests/unit/speech/test_pronounced.py::test_what_is_said_leads_back_to_the_word_that_is_written",
    ),
    "A voice that takes no IPA gets": (
        f"{LINES}::test_a_voice_that_takes_no_sounds_gets_the_respelling_in_small_letters",
    ),
    "In the player, `p` lets": (
        "tests/unit/session/test_pronouncing.py::test_a_row_that_is_gone_to_is_heard_and_nothing_is_kept",
        "tests/unit/session/test_pronouncing.py::test_speech_reads_on_from_the_same_word_with_it",
    ),
    "*Self-voicing*, for who sees no screen": (
        "tests/end_to_end/test_self_voicing.py::test_a_whole_visit_is_made_by_what_was_spoken_alone",
        "tests/ui/test_tui_told.py::test_a_line_to_type_in_is_told_with_each_letter_and_what_is_deleted",
    ),
    "It has a voice, rate and volume of its own": (
        "tests/unit/speech/test_speaker.py::test_another_voice_or_rate_is_in_force_with_the_next_piece",
        "tests/unit/audio/test_utterances.py::test_the_deck_is_lower_by_the_decibels_that_were_asked_for_until_what_is_said_has_ended",
        "tests/unit/audio/test_utterances.py::test_mute_and_volume_are_those_of_what_plays",
        "tests/unit/cli/wiring/test_voicing_wiring.py::test_what_plays_is_lowered_more_where_it_is_speech_too",
    ),
    "Any key silences at once": (
        f"{SPEAKS}::test_a_key_silences_at_once_and_the_answer_is_heard",
        f"{SPEAKS}::test_the_answer_to_silence_is_silence",
        "tests/unit/voicing/test_sayings.py::test_an_urgent_event_that_a_key_cut_is_said_again_after_the_answer_once",
    ),
    "`auto` speaks on the screen, but not": (
        "tests/unit/cli/wiring/test_voicing_wiring.py::test_it_speaks_by_itself_where_no_reader_was_asked_for",
    ),
    "Self-voicing speaks English sentences of ours": (
        "tests/unit/voicing/test_passages.py::test_what_is_ours_is_parted_from_what_is_the_briefings",
        "tests/unit/speech/test_speaker.py::test_each_language_has_its_voice_and_what_nobody_reads_the_usual_one",
    ),
    "Where no voice can be had, that is said once": (
        f"{SPEAKS}::test_without_a_voice_that_is_said_in_one_sentence_and_nothing_crashes",
    ),
    "`E` leaves the list, table, quotation": (
        "tests/unit/session/test_session_leaving.py::test_a_list_is_left_to_what_comes_after_it",
        "tests/unit/session/test_session_leaving.py::test_while_it_is_heard_the_place_is_said_and_the_voice_goes_on_there",
        "tests/unit/formats/pages/html/test_holders.py::test_what_can_be_left",
        "tests/unit/formats/books/test_overlay_structures.py::test_elements_and_types_of_an_epub",
        "tests/unit/text/test_way_out.py::test_it_leads_to_the_block_behind_the_innermost",
    ),
    "An `aside` of a web page is mostly left out": (
        "tests/unit/formats/pages/html/test_pruning.py::",
        "tests/unit/formats/test_markdown_writer.py::test_of_one_structure_in_another_only_the_text_is_kept",
    ),
    "Of one in another the inner is left first": (
        "tests/unit/session/test_session_leaving.py::test_the_inner_list_is_left_first",
        "tests/unit/session/test_session_leaving.py::test_undo_goes_back_to_where_one_was",
    ),
    "A key that you give to a command": (
        "tests/unit/ui/keys/test_bindings.py::test_a_key_of_the_users_is_no_others_any_more",
    ),
    "**Reading without sound.**": (
        "tests/unit/session/test_review.py::test_the_unit_is_chosen_both_ways_and_by_name",
        "tests/unit/session/test_review.py::test_each_step_reads_one_unit_and_says_where_it_leads_into_a_paragraph",
        "tests/ui/test_linear_review.py::test_golden_bytes_of_reading_without_a_sound",
    ),
    "`W` again spells, and again": (
        "tests/unit/session/test_review.py::test_what_stands_here_is_read_then_spelled_then_spelled_by_words_and_read_again",
        "tests/unit/text/test_spelling.py::test_letters_have_the_words_of_their_language_or_their_names",
        "tests/unit/text/test_spelling.py::test_so_many_languages_have_an_alphabet",
    ),
    "Sentences of ours are in English, so": (
        "tests/ui/test_tui_told.py::test_a_sign_that_is_deleted_was_not_named",
    ),
    "Traditional Chinese signs are written": (
        "tests/unit/text/test_phonetic_syllables.py::test_a_chinese_character_is_told_by_a_word_or_not_at_all",
    ),
    "Signs, emoji, spaces and capitals are called": (
        "tests/ui/test_linear_languages.py::test_by_character_no_sign_is_silent_or_said_in_english",
        "tests/unit/text/test_named_abroad.py::test_every_language_names_what_stands_most_in_texts_and_has_an_emoji",
    ),
    "How much is said is chosen": (
        "tests/unit/session/test_session_verbosity.py::",
        "tests/unit/test_verbosity.py::",
        "tests/unit/voicing/test_punctuation.py::test_signs_are_named_none_some_or_all",
    ),
    "`y` says what this is": ("tests/unit/session/test_review.py::test_what_a_place_is_can_be_asked",),
    "None of it moves your place": (
        "tests/unit/session/test_review.py::test_nothing_of_it_moves_the_place_or_the_sound",
        "tests/unit/session/test_review.py::test_a_move_by_hand_forgets_the_point",
        "tests/unit/session/test_review.py::test_playing_from_here_begins_at_the_point_and_undo_comes_back",
        "tests/unit/session/test_review.py::test_the_point_can_become_the_place_without_a_sound",
    ),
    "On the screen the cursor goes along": ("tests/ui/test_tui_review.py::",),
    "On the screen the terminal's cursor is in every frame on the sentence": (
        "tests/ui/test_tui_cursor.py::",
    ),
    "A feed (RSS, Atom, JSON Feed, podcasts too) opens": (
        f"{READ}/test_xml.py::test_a_feed_opens_as_its_newest_item",
        f"{READ}/test_item.py::test_an_item_is_a_draft_with_all_that_its_feed_tells",
        f"{READ}/test_xml.py::test_a_list_of_subscriptions_says_what_it_names_and_what_to_do",
    ),
    "Of a feed 20,000 items are read": (
        f"{READ}/test_feeds_answer.py::test_lists_and_texts_have_an_end",
        f"{READ}/test_process.py::test_a_feed_that_is_too_long_is_refused_without_a_look",
    ),
    "Chapters that a feed tells only in the words": (
        f"{READ}/test_feeds.py::test_times_in_the_words_of_a_description_are_no_chapters",
    ),
    "A feed in an older set of characters": (
        f"{READ}/test_feeds_charset.py::test_a_set_of_the_same_letters_that_is_declared_is_believed",
    ),
    "Feeds are read as they were meant": (
        f"{READ}/test_mending.py::test_what_is_broken_is_read",
        f"{READ}/test_feeds_charset.py::test_letters_are_read",
        f"{READ}/test_stamps.py::test_a_date_is_read",
        f"{READ}/test_lengths.py::test_a_length_is_read",
    ),
    "Of several recordings sound goes before films": (
        f"{READ}/test_recordings.py::test_what_would_be_played",
        f"{READ}/test_texts.py::test_the_language_of_the_feed_goes_first_and_then_the_finest",
    ),
    "What a feed names is an address": (
        f"{READ}/test_xml.py::test_a_file_on_this_machine_is_no_recording_of_a_feed",
        f"{READ}/test_addresses.py::test_an_address_is_resolved",
    ),
    "`briefing list FEED --json` prints one object": (
        "tests/unit/export/test_export_feeds.py::test_an_item_has_all_names_and_null_for_what_is_not_told",
    ),
    "Passwords and keys in addresses are left out": (
        ("tests/unit/cli/subcommands/test_cli_list.py::test_passwords_and_tokens_in_a_feed_are_not_printed"),
    ),
    "Escape waits no longer for what comes": (
        (
            "tests/unit/session/test_session_going.py::"
            "test_who_gives_up_waiting_is_back_at_what_was_open_and_hears_it_on"
        ),
    ),
    "A visit of 100 items takes": (
        "tests/end_to_end/test_many_items.py::test_what_an_item_took_is_given_back",
    ),
    "An item of a feed whose page cannot be had": (
        (
            "tests/unit/sources/test_listed.py::"
            "test_what_the_feed_holds_is_read_with_a_sentence_where_its_page_cannot_be_had"
        ),
    ),
    "The recording of a talking book": (
        f"{TALKING}::test_a_book_is_heard_clip_by_clip_and_lit_when_it_is",
        "tests/unit/audio/media/test_recording_playlist.py::test_it_is_read_from_anywhere_in_a_zip",
    ),
    "A clip of one word lights": (
        "tests/unit/text/test_heard.py::test_no_more_is_lit_than_a_clip_tells",
        f"{TALKING}::test_the_words_of_its_clips_are_timed_within_them_when_asked_for_and_kept",
        f"{TALKING}::test_align_times_the_words_of_a_book_in_its_own_recording",
    ),
    "The entries of its contents are its chapters": (
        f"{TALKING}::test_its_chapters_speech_and_place_are_those_of_any_recording",
        (
            "tests/unit/sources/test_book_sound.py::"
            "test_its_chapters_are_its_headings_at_the_time_at_which_they_are_heard"
        ),
    ),
    "Talking books: a sound file in a zip": (
        "tests/unit/bundles/test_bundles.py::test_a_deflated_entry_that_is_too_long_is_left_alone",
        (
            "tests/unit/audio/media/test_playlist_decoder.py::"
            "test_what_lacks_is_silence_and_is_told_once_and_the_rest_keeps_its_place"
        ),
    ),
    "What a book hears out of the order of its text": (
        "tests/unit/test_playlist.py::test_text_that_is_heard_out_of_its_order_is_heard_and_not_lit",
    ),
    "The clips of a talking book are laid out as one": (
        "tests/unit/test_playlist.py::test_clips_that_touch_are_one_segment_and_keep_their_times",
        (
            "tests/unit/sources/test_book_sound.py::"
            "test_speech_takes_its_own_time_where_the_recording_leaves_much_of_the_text_out"
        ),
    ),
    "What `export` writes with times has all that is heard": (
        "tests/unit/text/test_as_heard.py::test_a_printed_page_number_that_is_heard_is_not_lost",
        "tests/unit/text/test_as_heard.py::test_a_sentence_that_is_said_twice_is_written_twice",
        "tests/unit/text/test_as_heard.py::test_a_note_that_is_heard_where_it_is_referred_to_is_written_there",
    ),
    "Numbers of pages and notes are heard where the book says them": (
        "tests/unit/sources/test_assemble_skipping.py::test_what_a_book_marks_is_heard_or_passed_over_as_the_user_likes",
    ),
    "Text that no clip says is passed over": (
        "tests/unit/text/test_heard.py::test_words_share_the_time_of_their_clip_and_of_no_other",
    ),
    "`u` comes back to what was open": (
        "tests/unit/session/test_session_going.py::test_undo_did_not_come_back_from_what_was_opened",
    ),
    "Where a sound file is missing, or a book has no sound": (
        "tests/unit/session/test_gaps.py::test_text_whose_sound_is_missing_was_passed_over",
        "tests/unit/sources/test_book_sound.py::test_what_is_missing_is_told_and_the_rest_is_heard",
        (
            "tests/unit/audio/media/test_recording_playlist.py::"
            "test_a_file_that_ends_its_process_is_silent_and_the_rest_plays"
        ),
    ),
    "One item plays into the next": (
        f"{MORNING}::test_items_play_into_one_another_each_in_its_own_voice_and_language",
    ),
    "`J` and `P` go to the next": (
        f"{QUEUE}::test_keys_go_to_the_next_item_and_back_and_say_which_it_is",
        f"{QUEUE}::test_the_key_for_the_match_before_goes_to_the_next_item_where_nothing_is_searched_for",
        f"{QUEUE}::test_an_item_is_marked_as_heard_and_that_is_taken_back",
    ),
    "The next one is got ready": (
        f"{QUEUE}::test_between_two_there_is_no_silence_for_the_next_was_made_ready",
    ),
    "One that cannot be had is told": (
        f"{QUEUE}::test_an_item_that_is_gone_is_passed_over_where_the_queue_goes_on_by_itself",
    ),
    "`today` goes on in the middle": (
        f"{MORNING}::test_after_a_kill_it_goes_on_in_the_right_item_and_offers_nothing_that_was_heard",
        f"{OPENED}::test_new_items_are_told_once",
    ),
    "`:open` opens anything else": (
        f"{QUEUE}::test_another_source_is_opened_by_its_name_and_ends_the_queue",
        f"{OPENED}::test_numbers_are_heard_in_the_order_in_which_they_were_typed",
    ),
    "Without a keyboard, and where nothing is played": (
        f"{MORNING}::test_an_item_is_opened_by_its_number_and_printed_by_every_command",
    ),
    "The text of an item is the feed's": (
        "tests/unit/sources/test_listed.py::test_a_whole_story_is_read_as_the_feed_has_it",
        (
            "tests/unit/sources/test_listed.py::"
            "test_a_teaser_is_read_at_its_page_which_is_asked_for_in_the_name_of_the_feed"
        ),
        (
            "tests/unit/sources/test_listed.py::"
            "test_its_recording_is_the_feeds_and_the_transcript_of_that_its_text"
        ),
    ),
    "A feed that is opened, from an address": (
        f"{MORNING}::test_a_feed_opens_its_newest_item_and_its_others_are_gone_to",
    ),
    "A file that is called `1`": (f"{OPENED}::test_a_file_goes_before_the_item_of_its_number",),
    "A format is told by what is in a file": (
        "tests/unit/formats/timed/test_timed_hints.py::test_a_text_is_as_likely_as_if_every_format_were_asked",
        (
            "tests/unit/sources/test_opening_refused.py::"
            "test_a_text_that_begins_with_a_word_that_recordings_begin_with_is_a_text"
        ),
        f"{ROUND_TRIPS}::test_what_is_read_is_also_looked_for_beside_a_recording",
    ),
    "`refresh` asks 16 feeds at once": (
        f"{REFRESHING}::test_many_are_asked_at_once_and_of_a_host_no_more_than_two",
        f"{REFRESH}::test_good_and_bad_feeds_of_many_hosts",
        "tests/unit/library/test_plan.py::test_the_host_with_the_most_feeds_begins_and_hosts_take_turns",
    ),
    "A server is asked for what is newer only": (
        f"{REFRESHING}::test_what_is_new_is_all_that_is_asked_for_but_of_those_that_are_named",
        f"{REFRESHING}::test_a_server_is_left_alone_for_as_long_as_it_wants",
        f"{FEEDS}::test_a_host_that_says_of_two_feeds_that_it_was_asked_too_often_is_not_asked_for_its_others",
    ),
    "A feed has 30 seconds and 20 megabytes": (
        f"{FEEDS}::test_a_byte_now_and_then_does_not_go_on_for_ever",
        f"{FEEDS}::test_what_goes_wrong_is_a_sentence",
    ),
    "One bad feed is a line on stderr": (f"{REFRESH}::test_a_refresh_with_few_open_files_tells_what_came",),
    "A feed that has moved for good": (
        f"{MOVES}::test_a_move_for_good_is_kept",
        f"{MOVES}::test_a_page_to_log_in_to_a_network_is_not_kept_as_the_feed",
        f"{MOVES}::test_a_move_from_https_to_http_is_not_kept",
        f"{MOVES}::test_a_move_is_not_kept_where_a_secret_would_be_lost_or_told",
    ),
    "One that is gone for good (410)": (
        f"{REFRESHING}::test_what_is_gone_for_good_is_asked_for_again_only_if_it_is_named",
        f"{REFRESH}::test_what_is_gone_is_dropped_when_the_user_says_so",
    ),
    "Ctrl-C ends it at once": (
        f"{REFRESH}::test_what_came_before_an_interruption_is_kept_and_the_rest_comes_next",
        f"{REFRESHING}::test_a_refresh_that_is_stopped_keeps_what_came_and_the_next_goes_on",
    ),
    "Of two refreshes at once": (f"{REFRESH}::test_two_refreshes_at_once_ask_each_feed_once",),
    "A feed that you name is asked for whole": (
        f"{REFRESHING}::test_what_is_new_is_all_that_is_asked_for_but_of_those_that_are_named",
    ),
    "With `--json` it prints what came of each": (f"{REFRESH}::test_the_object_says_what_came_of_each",),
    "It ends with 3 if no feed could be had": (f"{REFRESH}::test_where_no_feed_comes_the_exit_code_says_so",),
    "With `--align` the recordings": (f"{BEFOREHAND}::test_what_is_new_is_brought_in_step",),
    "At most 20 are": (
        f"{BEFOREHAND}::test_what_is_new_is_brought_in_step",
        f"{BEFOREHAND}::test_a_recording_that_is_too_long_is_not_fetched",
        f"{BEFOREHAND}::test_what_is_no_text_of_a_recording_is_not_timed",
    ),
    "It may be broken off at any time": (
        f"{BEFOREHAND}::test_timing_beforehand_ends_at_once_and_keeps_what_was_done",
    ),
    "What is timed so goes into files": (f"{BATCH}::test_our_own_jobs_write_the_same_as_a_single_call",),
    "`align --keep SOURCE` times": (
        f"{BEFOREHAND}::test_what_is_kept_is_found_by_the_player_and_not_timed_again",
        f"{BEFOREHAND}::test_a_list_is_kept_and_what_fails_is_told",
    ),
    "So a whole library is brought in step": (f"{BEFOREHAND}::test_a_line_times_all_that_is_in_the_library",),
    "`briefing list --untimed` prints": (
        "tests/unit/library/test_untimed.py::test_which_items_could_be_timed",
    ),
    "What was timed before is left alone": (
        f"{BEFOREHAND}::test_what_is_kept_is_found_by_the_player_and_not_timed_again",
    ),
    "On a cluster the home folder": (f"{BEFOREHAND}::test_the_example_for_dask_times_the_library",),
    "A move of a feed is kept at once": (f"{MOVES}::test_a_move_for_good_is_kept",),
    "Feeds that a list at an address names": (
        f"{MOVES}::test_a_password_that_a_list_holds_is_told_to_nobody",
    ),
    "Today's briefing is made of": (f"{TODAY}::test_breaking_news_comes_first_then_the_newest",),
    "A story that several feeds tell": (
        f"{TODAY}::test_a_story_that_two_feeds_tell_is_offered_once_and_breaks_in_both",
    ),
    "What was begun is offered again": (
        f"{TODAY}::test_what_was_heard_is_not_offered_again_and_what_was_begun_is",
        f"{LIBRARY}/test_identity.py::test_what_was_heard_is_the_same_item_where",
    ),
    "`L` lists the items in the player": (
        f"{SHELVES}::test_items_stand_under_their_days_and_the_player_below_stays_in_view",
        "tests/unit/library/test_lines.py::test_an_item_is_a_line_that_can_be_read_aloud",
    ),
    "Enter opens an item, **space** plays it": (
        "tests/ui/test_tui_queue.py::test_from_here_on_plays_what_is_highlighted_and_those_below",
        "tests/ui/test_tui_queue.py::test_enter_opens_one_item_alone_and_paused",
        f"{SHELVES}::test_twelve_of_twelve_are_reached_by_their_numbers",
        f"{SHELVES}::test_a_search_lists_what_it_finds_and_escape_goes_back_and_then_closes",
        f"{SHELVES}::test_an_item_is_marked_where_it_stands_and_the_mark_taken_back",
        f"{SHELVES}::test_a_subscription_is_dropped_and_brought_back",
        f"{SHELVES}::test_its_keys_are_told_and_the_sound_has_its_own_keys_still",
    ),
    "`F` lists the feeds with": (
        f"{SHELVES}::test_subscriptions_are_listed_with_their_trouble_and_their_items_by_enter",
    ),
    "`R` asks for what is new while": (
        f"{SHELVES}::test_what_a_refresh_brings_moves_nothing_under_the_cursor",
    ),
    "In screen reader mode the list comes in lines": (
        "tests/ui/test_linear_library.py::test_first_it_is_said_how_much_there_is_and_the_first_item_and_pages_are_read_in_a_line",
        "tests/ui/test_linear_library.py::test_items_are_walked_one_by_one",
    ),
    "An item's number never changes": (f"{LIBRARY}/test_taking.py::test_no_number_is_given_twice",),
    "What a feed holds no more is kept": (
        f"{LIBRARY}/test_taking.py::test_what_was_not_heard_to_its_end_stays_when_its_feed_drops_it",
        f"{LIBRARY}/test_taking.py::test_of_what_a_feed_holds_no_more_the_newest_stay",
        f"{LIBRARY}/test_taking.py::test_what_was_dropped_as_heard_comes_back_under_its_number_and_heard",
    ),
    "`unsubscribe` drops a feed's items": (
        (
            f"{LIBRARY}/test_shelf.py::"
            "test_an_unsubscribed_feed_is_gone_with_its_items_and_comes_back_with_what_was_heard"
        ),
    ),
    "Words are found by their beginnings alone": (
        f"{LIBRARY}/test_words.py::test_what_is_nowhere_is_not_found_and_no_sign_is_a_command",
    ),
    "Words are found by their beginnings, ": (
        f"{LIBRARY}/test_words.py::test_a_word_is_found_by_its_beginning_or_anywhere_without_spaces",
    ),
    "All of it is in `library.sqlite3`": (f"{LIBRARY}/test_shelf.py::test_the_file_is_the_users_alone",),
    "An address that needs a password": (
        f"{LIBRARY}/test_shelf.py::test_a_feed_that_needs_a_key_keeps_it",
        f"{SUBSCRIBE}::test_what_is_secret_in_an_address_is_asked_with_and_never_shown",
    ),
    "A feed that a page names": (f"{SUBSCRIBE}::test_a_page_may_not_lead_into_the_users_own_network",),
    "`briefing list --json` is what": (
        f"{SUBSCRIBE}::test_a_feed_is_subscribed_listed_searched_and_dropped",
    ),
    "With `--feeds` its": (f"{SUBSCRIBE}::test_a_feed_is_subscribed_listed_searched_and_dropped",),
    "PDFs: pages that are pictures are not read": (
        "tests/unit/formats/pdf/test_pdf.py::test_what_cannot_be_read_costs_a_sentence_that_says_why",
        "tests/unit/formats/pdf/test_pdf.py::test_of_a_pdf_of_too_many_pages_it_is_said_how_many_are_read",
    ),
    "PDFs want `pip install 'briefing[pdf]'`": (
        "tests/unit/formats/pdf/test_pdf.py::test_without_what_reads_them_it_is_said_how_to_get_it",
    ),
    "A picture or an archive is named and refused": (
        "tests/unit/sources/test_opening_refused.py::test_bad_files",
        f"{BOOKS}::test_an_archive_without_a_book_is_refused",
    ),
    "Books: of an EPUB with several renditions": (
        f"{BOOKS}::test_of_several_renditions_the_first_is_read",
        f"{CHAPTERS}::test_a_chapter_is_read_as_it_stands",
    ),
    "Pictures are told where they stand": (
        "tests/unit/formats/books/test_chapter.py::test_a_picture_without_a_caption_had_no_place_in_the_text",
        "tests/unit/formats/books/test_books.py::test_a_book_without_a_cover_showed_no_picture",
        f"{CHAPTERS}::test_a_picture_with_its_caption_is_a_figure",
        f"{BOOKS}::test_the_cover_is_the_picture_of_a_book",
    ),
    "Of a book with more than 150,000 clips": (
        "tests/unit/formats/books/test_overlay.py::test_of_too_many_the_first_are_read",
        "tests/unit/formats/books/test_telling.py::test_it_is_full_when_it_is_longer_than_any_book",
    ),
    "Its table of contents is the outline": (
        f"{BOOKS}::test_a_book_in_one_file_is_read_in_its_order_with_its_contents",
    ),
    "Notes are there and are passed over": (
        f"{CHAPTERS}::test_a_note_is_there_and_its_mark_stands_in_the_text",
        f"{CHAPTERS}::test_what_the_book_keeps_apart_is_passed_over_when_reading_on",
        f"{CHAPTERS}::test_the_number_of_a_page_is_a_place_and_no_text",
    ),
    "A book that is protected against copying": (
        "tests/unit/formats/books/test_protection.py::test_a_book_that_is_protected_against_copying_is_named",
        "tests/unit/formats/books/test_protection.py::test_a_book_whose_fonts_alone_are_locked_is_read",
    ),
    "EPUB 2 and 3, DAISY 2.02 and 3 are read from their one file": (
        f"{BOOKS}::test_a_book_in_one_file_is_read_in_its_order_with_its_contents",
        f"{BOOKS}::test_a_book_in_a_folder_is_read_when_the_folder_is_named",
    ),
    "`export` and `align -o` write times": (
        f"{ROUND_TRIPS}::test_a_format_keeps_what_it_says_it_does_and_nothing_else",
        "tests/unit/cli/subcommands/test_cli_formats.py::test_what_is_written_is_what_export_writes",
    ),
    "An address (`https://` or `http://`)": (
        "tests/unit/sources/test_remote.py::test_what_is_at_it_is_read_as_a_file_would_be",
    ),
    "The player is there at once under its name": (
        "tests/ui/test_arriving_slowly.py::test_lines_tell_how_a_page_gets_on_and_then_the_page",
        f"{ADDRESSES}::test_a_page_that_does_not_come_is_left_by_a_key",
    ),
    "On a terminal `show`, `export`, `speak`": (
        "tests/unit/cli/test_waited.py::test_a_terminal_is_told_who_is_waited_for_and_how_to_leave",
        "tests/unit/cli/test_waited.py::test_a_pipe_is_told_nothing",
    ),
    "Of a page the story is read": (
        "tests/unit/formats/pages/html/test_pruning.py::test_what_a_page_hides_or_names_as_furniture_is_not_read",
        "tests/unit/formats/pages/html/test_tables.py::test_a_row_is_read_with_the_heads_of_its_columns",
        "tests/unit/session/test_session_notes.py::test_notes_are_passed_over_by_sentence_by_paragraph_and_in_counts",
    ),
    "What was opened once opens again without the network": (
        f"{ADDRESSES}::test_a_page_is_read_and_heard_and_opened_again_where_it_was_left_without_the_network",
    ),
    "`--offline` fetches nothing; `cache_mb`": (
        (
            "tests/unit/sources/web/test_fetcher.py::"
            "test_another_day_opens_it_too_and_fetches_nothing_where_that_is_wished"
        ),
    ),
    "`s` pauses after minutes": (
        "tests/unit/session/test_sleeping.py::test_the_key_goes_from_minutes_to_the_ends_and_off",
        "tests/unit/session/test_sleeping.py::test_at_the_end_of_a_chapter_nothing_sinks_and_the_next_one_is_not_begun",
    ),
    "Before it pauses after minutes the sound sinks": (
        "tests/unit/session/test_sleeping.py::test_the_sound_sinks_evenly_to_silence_before_it_pauses",
    ),
    "A key meanwhile brings it back": (
        "tests/unit/session/test_sleeping.py::test_a_key_while_it_sinks_brings_it_back_and_gives_more_time",
        (
            "tests/unit/session/test_sleeping.py::"
            "test_it_plays_on_with_the_sentence_in_which_it_began_to_sink_as_loud_as_ever"
        ),
    ),
    "`skip-silence`, and the setting": (
        "tests/unit/audio/test_squeeze.py::test_long_pauses_are_a_quarter_of_a_second_and_short_ones_as_they_were",
    ),
    "Words are lit as they are heard, and places": (
        "tests/end_to_end/test_in_step.py::test_words_are_lit_in_step_though_pauses_are_shortened",
        "tests/unit/session/test_session_pauses.py::test_places_and_seeks_are_those_of_the_recording",
    ),
    "`i` says how much time it saved": (
        (
            "tests/unit/session/test_session_pauses.py::"
            "test_the_time_that_it_saved_is_told_where_one_is_and_at_the_end"
        ),
    ),
    "`level` makes recordings, speech": (
        "tests/unit/audio/test_levelling.py::test_from_one_voice_to_another_and_back_it_is_as_loud",
        (
            "tests/unit/audio/test_levelling.py::"
            "test_peaks_stay_below_minus_one_between_samples_too_and_what_is_soft_is_untouched"
        ),
    ),
    "What a source is like is known by": (
        "tests/unit/audio/test_levelling.py::test_the_gain_goes_evenly_and_then_stands_still",
    ),
    "Faster than usual, speech is spoken faster": (
        (
            "tests/unit/audio/test_pacing.py::"
            "test_from_the_next_sentence_on_the_voice_speaks_faster_and_nothing_is_missing"
        ),
        "tests/unit/speech/test_faster.py::test_no_voice_is_asked_for_more_than_it_can",
    ),
    "`copy-link` puts such a link": ("tests/ui/test_copy.py::test_the_place_is_copied_as_a_link",),
    "`briefing show` prints what follows the place": (
        "tests/unit/cli/subcommands/test_cli_show.py::test_of_a_link_what_follows_its_place_is_printed",
        "tests/unit/cli/subcommands/test_cli_bookmarks.py::test_a_link_is_opened_at_its_place",
        "tests/unit/cli/subcommands/test_cli_export.py::test_a_place_in_a_briefing_is_not_exported",
    ),
    "A file whose name really ends so": ("tests/unit/sources/test_link.py::",),
    "Places and bookmarks belong to the text": ("tests/unit/session/test_keeping.py::",),
    "Nothing of a page is fetched that you": (
        f"{ADDRESSES}::test_of_a_page_nothing_is_fetched_but_itself_and_a_picture_where_one_is_shown",
    ),
    "Which hosts are one site is told": (
        "tests/unit/sources/test_lead_picture.py::test_a_site_is_what_one_owner_has",
    ),
    "The one exception is its first picture": (
        f"{ADDRESSES}::test_of_a_page_nothing_is_fetched_but_itself_and_a_picture_where_one_is_shown",
        "tests/unit/sources/test_lead_picture.py::test_a_site_is_what_one_owner_has",
    ),
    "No cookies are kept, and passwords": (
        "tests/unit/sources/web/test_network.py::test_no_cookies_are_kept_and_we_say_who_we_are",
        f"{ADDRESSES}::test_what_is_secret_in_an_address_is_neither_kept_nor_shown",
    ),
    "An address in your own network is": (
        "tests/unit/sources/web/test_network.py::test_the_user_may_name_his_own_network_and_its_pages_their_own_server",
        "tests/unit/sources/web/test_network.py::test_a_strangers_page_may_not_name_it_even_where_there_is_a_connection",
    ),
    "A player for news briefings": (
        f"{LOOKS}::test_word_and_sentence_are_lit_and_differ_by_more_than_colour",
    ),
    "It subscribes to feeds, makes": (
        "tests/end_to_end/test_today.py::test_items_play_into_one_another_each_in_its_own_voice_and_language",
        "tests/end_to_end/test_talking_books.py::test_a_book_is_heard_clip_by_clip_and_lit_when_it_is",
    ),
    "Where there is no recording, it reads": (
        "tests/end_to_end/test_in_step.py::test_speech_with_no_recording_is_lit_in_step",
    ),
    "A timed text (VTT, SRT, LRC, JSON) that": (
        "tests/end_to_end/test_speech_export.py::test_a_timed_text_without_its_recording_is_read_by_its_cues",
    ),
    "A page may take 5 seconds of the processor": (
        "tests/unit/formats/pages/html/test_reader_heavy.py::test_a_page_takes_no_longer_than_it_is",
    ),
    "A timed text without its recording is read by the cues of its sentences": (
        "tests/unit/speech/test_speech_cues.py::test_cues_within_a_sentence_are_not_followed",
    ),
    "One that has too little time for it": (
        (
            "tests/unit/speech/test_speech_cues.py::"
            "test_cues_that_leave_too_little_time_delay_what_follows_until_a_pause_makes_up_for_it"
        ),
        "tests/unit/session/narrators/test_silence.py::test_silence_keeps_the_cues_of_a_timed_text",
    ),
    "The copy of a page holds all that the page holds": (
        (
            "tests/unit/cli/wiring/test_sources_wiring.py::"
            "test_of_what_is_printed_and_written_the_addresses_have_no_secrets"
        ),
    ),
    "A secret in the path of an address": (
        "tests/unit/sources/test_address.py::test_what_a_path_hides_cannot_be_told",
        "tests/unit/sources/web/test_proxies.py::test_one_that_cannot_be_used_is_a_sentence",
    ),
    "A recording that is still arriving is taken": (
        (
            "tests/unit/audio/media/test_recording_arriving.py::"
            "test_what_was_not_known_of_its_length_is_measured_when_it_is_there"
        ),
    ),
    "From a server that gives no parts": (
        (
            "tests/unit/audio/media/test_recording_arriving.py::"
            "test_an_index_at_the_end_is_waited_for_where_there_are_no_ranges"
        ),
        "tests/unit/sources/web/test_web_arriving.py::test_without_ranges_what_is_far_is_waited_for",
    ),
    "At 256 kB/s, seeks": (
        (
            "tests/unit/audio/media/test_recording_arriving.py::"
            "test_its_beginning_is_heard_before_the_rest_and_what_is_far_comes_by_ranges"
        ),
    ),
    "A server that tells less than it sends": (
        "tests/unit/sources/web/test_fetcher.py::test_more_than_was_told_is_passed_over",
    ),
    "Where a sound server hangs at": ("tests/end_to_end/test_injected_faults.py::",),
    "Of a very long text a search says": (
        "tests/unit/text/test_search.py::test_a_very_long_text_is_looked_through_in_steps",
        (
            "tests/unit/session/test_session_choosing.py::"
            "test_in_a_very_long_text_matches_are_counted_while_keys_are_answered_and_listed_then"
        ),
        "tests/unit/session/test_session_told.py::test_a_hit_says_which_it_is_of_how_many_and_where",
    ),
    "Of a database that was cut off": (
        "tests/unit/store/test_store_damage.py::test_nearly_all_of_sixty_bookmarks_come_out_of_a_damaged_file",
    ),
    "What no voice of eSpeak NG can read": (
        "tests/unit/speech/test_cast.py::test_what_no_voice_can_read_is_told_once",
    ),
    "What is new today, or a whole subscription, as one": (
        "tests/end_to_end/test_export_joined.py::test_today_is_one_recording_with_an_item_a_chapter",
        "tests/end_to_end/test_export_joined.py::test_a_feed_is_one_book_in_its_order",
        "tests/unit/export/test_joined.py::",
    ),
    "Books play all of the recording, and light nothing": (
        "tests/unit/export/books/test_epub.py::test_a_book_plays_all_of_its_recording_and_lights_nothing_for_music",
    ),
    "`OUT.print.html` is for paper, in large print": (
        "tests/unit/export/page/test_printed.py::",
        "tests/end_to_end/test_printed.py::test_nothing_on_paper_is_smaller_than_large_print_and_the_pages_are_numbered",
        "tests/end_to_end/test_printed.py::test_a_heading_is_never_the_last_line_of_a_page",
    ),
    "What a browser saves of it as a PDF has": (
        "tests/end_to_end/test_printed.py::test_the_pdf_has_its_structure_title_and_language",
    ),
    "`--chapters` makes them, and the contents": (
        "tests/unit/export/test_chapters.py::test_chapters_and_contents_are_made_of_what_is_asked_for",
        "tests/unit/export/books/test_epub.py::test_a_books_contents_are_made_of_what_is_asked_for",
    ),
    "`briefing export SOURCE OUT.EXT` writes": (
        f"{EXPORT}::test_the_format_is_the_one_that_is_asked_for",
        "tests/unit/export/test_export_registry.py::test_the_longer_suffix_tells_in_any_case",
    ),
    "It has the times that the recording came with": (
        f"{EXPORT}::test_times_that_were_worked_out_before_go_out",
    ),
    "Sound is the recording's own, not coded anew": (
        f"{EXPORT}::test_a_recording_that_the_file_can_hold_is_not_coded_anew",
        f"{ENCODING}::test_what_may_be_carried_over_is_not_coded_anew",
        f"{ENCODING}::test_what_is_coded_is_in_step_with_what_it_was",
        "tests/end_to_end/test_speech_export.py::test_a_briefing_without_a_recording_goes_out_read_aloud",
    ),
    "`--level` makes it as loud as podcasts are": (
        f"{ENCODING}::test_sound_is_made_as_loud_as_is_usual_and_stays_in_step",
    ),
    "Sound has the text, the times of its words": (
        f"{EXPORT}::test_sound_has_the_text_its_times_and_chapters_in_its_tags",
        f"{ENCODING}::test_tags_are_read_back",
    ),
    "Chapters are those of the recording, else headings": ("tests/unit/export/test_chapters.py::",),
    "Books and the page light each word": (
        "tests/unit/export/books/test_epub.py::test_a_book_lights_sentences_where_that_is_asked_for",
        "tests/unit/export/test_marking.py::",
        "tests/unit/export/books/test_epub.py::test_an_overlay_names_elements_that_there_are_with_times_that_follow_each_other",
    ),
    "The page asks nothing of anybody": (
        "tests/unit/export/page/test_page.py::test_it_asks_nothing_of_anybody",
        "tests/end_to_end/test_judged.py::test_the_page_is_gone_through_by_the_keyboard_and_goes_on_where_it_was",
    ),
    "A word is lit as it is heard; Enter or a click": (
        "tests/end_to_end/test_judged.py::test_the_page_lights_the_word_that_is_heard",
        "tests/end_to_end/test_judged.py::test_the_page_is_gone_through_by_the_keyboard_and_goes_on_where_it_was",
    ),
    "It has a dark and a printed form": (
        "tests/end_to_end/test_judged.py::test_the_page_is_accessible_in_each_theme_and_size",
        "tests/end_to_end/test_judged.py::test_without_a_script_the_page_is_a_text_with_its_sound",
    ),
    "Or many at once, each by a process of its own; what is done": (
        "tests/end_to_end/test_export_many.py::",
    ),
    "What a file cannot hold is said; one that is there": (
        f"{EXPORT}::test_what_a_file_cannot_hold_is_said",
        f"{EXPORT}::test_what_is_there_is_only_replaced_when_that_is_asked_for",
        "tests/unit/export/test_files.py::",
    ),
    "Markdown that `export` wrote": (
        "tests/unit/formats/test_markdown_writer.py::test_it_opens_again_as_the_same_briefing",
        "tests/unit/cli/subcommands/test_cli_export.py::test_markdown_beside_the_recording_opens_as_the_same_briefing",
    ),
    "Markdown of more than 300,000 characters": (
        "tests/unit/formats/test_markdown.py::test_a_text_too_long_to_parse_keeps_its_marks_and_says_so",
    ),
    "Of a film (`film.mp4`, `film.mkv`) the sound": (
        "tests/unit/sources/test_tracks.py::test_a_track_in_the_readers_language_is_the_text",
        (
            "tests/unit/sources/test_tracks.py::"
            "test_a_text_beside_a_recording_goes_before_a_track_which_tells_its_times"
        ),
    ),
    "Of the texts that a page names for its recording": (
        "tests/unit/sources/test_linked_texts.py::test_no_more_than_eight_are_tried",
        "tests/unit/sources/test_linked_texts.py::test_chapters_are_had_where_they_are_named",
    ),
    "Subtitles within a film that are pictures": (
        (
            "tests/unit/audio/media/test_text_tracks.py::"
            "test_subtitles_that_are_pictures_and_those_of_a_long_film_are_left_alone"
        ),
    ),
    "LRC holds hundredths": (
        f"{ROUND_TRIPS}::test_what_a_format_cannot_hold_is_written_as_text_or_left_out",
        f"{ROUND_TRIPS}::test_a_textgrid_holds_neither_overlaps_nor_speakers",
    ),
    "Recordings joined from parts in AC-3": (
        "tests/unit/audio/media/test_parts.py::test_parts_in_ac3_are_one_part",
    ),
    "In the player, **space**": (f"{TUI}::test_the_first_screen_names_the_five_keys_that_matter",),
    "With a screen reader, start it": (f"{SETTINGS}::test_flag_over_environment_over_file",),
    "What is named like a recording": (
        f"{COMPANIONS}::test_a_recording_has_the_text_and_times_beside_it",
        "tests/end_to_end/test_beside.py::test_a_recording_has_the_text_of_every_file_that_the_section_names",
    ),
    "Of several languages the one asked for": (
        f"{LANGUAGES}::test_the_language_that_was_asked_for_wins_then_the_users",
        f"{LANGUAGES}::test_the_other_languages_are_offered_in_one_sentence",
    ),
    "A folder with one briefing": (f"{COMMANDS}::test_a_folder_with_one_briefing_opens_like_the_briefing",),
    "A recording without timings plays at once": ("tests/unit/align/test_job.py::",),
    "Timings beside a recording into which": (
        "tests/unit/session/narrators/test_retiming.py::test_an_advertisement_in_the_middle_is_noticed_and_mended",
        f"{RETIMED}::test_timings_are_measured_before_anything_is_done_about_them",
        f"{RETIMED}::test_what_is_chosen_is_done_kept_and_taken_back",
    ),
    "Whether timings are right is found out": (
        f"{RETIMED}::test_an_offset_of_less_than_a_second_is_noticed_and_mended",
        f"{RETIMED}::test_timings_that_were_right_after_all_stay_and_nothing_is_said",
        "tests/unit/align/test_probing.py::test_another_language_is_not_listened_to",
    ),
    "Where a passage is not heard where": (
        f"{RETIMED}::test_timings_that_jump_light_no_word_falsely_until_they_are_mended",
        f"{RETIMED}::test_where_nothing_of_the_text_is_heard_no_word_is_lit_and_that_is_said_once",
    ),
    "Data goes to stdout": (f"{COMMANDS}::test_a_command_line_does_what_is_said_of_it",),
    "A file that you name as output": (
        "tests/unit/cli/test_overwriting.py::test_speaking_leaves_the_users_own_captions",
        "tests/unit/cli/test_overwriting.py::test_exporting_never_replaces_what_it_reads",
    ),
    "Exit codes: 0 done": (
        "tests/end_to_end/test_faults.py::test_what_cannot_be_opened_costs_one_line_and_leaves_nothing",
    ),
    "`briefing align AUDIO TEXT` says": (f"{COMMANDS}::test_timing_opens_no_connection",),
    "Music, noise, an introduction": (
        f"{ALIGNER}::test_speech_that_the_text_lacks_is_passed_over",
        f"{ALIGNER}::test_text_that_is_not_spoken_has_no_time",
    ),
    "English is heard by an acoustic model": (
        "tests/unit/text/test_language.py::test_english_of_any_kind_is_english",
        "tests/unit/align/reference/test_reference_pipeline.py::test_another_voice_is_followed_and_no_word_is_lost",
    ),
    "A recording that is joined from others": (
        (
            "tests/unit/audio/media/test_parts.py::"
            "test_a_joined_recording_is_as_long_as_its_parts_and_heard_to_its_end"
        ),
    ),
    "Sound and pictures (PNG": (
        "tests/unit/audio/media/test_media_limits.py::",
        "tests/ui/test_tui_picture.py::test_a_picture_that_cannot_be_shown_is_said_once_with_its_words",
    ),
    "Without a sound device the text": (
        (
            "tests/unit/audio/sinks/test_patient.py::"
            "test_a_server_that_hangs_at_the_start_is_not_waited_for_and_heard_when_it_answers"
        ),
    ),
    "Numbers, money, units and capitals": (
        "tests/unit/speech/test_wording_money.py::",
        "tests/unit/speech/test_wording_numbers.py::",
        "tests/unit/speech/test_wording_capitals.py::",
        "tests/unit/speech/test_script_abroad.py::",
    ),
    "Without `-o` it prints WebVTT": (f"{COMMANDS}::test_a_command_line_does_what_is_said_of_it",),
    "`--report FILE.html` or `.png` draws it": ("tests/unit/export/test_report.py::",),
    "How exact it is, in clean English": (f"{ALIGNER}::test_the_narration_is_timed_to_the_word",),
    "`briefing sync TIMINGS REFERENCE` measures": (
        "tests/unit/cli/subcommands/test_cli_sync.py::test_every_format_that_is_written_is_read_back",
        "tests/unit/cli/subcommands/test_cli_sync.py::test_applied_offset_is_the_one_that_the_player_takes_for_this_briefing",
    ),
    "A pair whose OUT is no older": (
        f"{BATCH}::test_gnu_parallel_runs_pairs_and_goes_on_where_it_was",
        f"{BATCH}::test_interrupting_a_list_leaves_no_half_written_file_and_no_process",
    ),
    "Failures are listed at the end": (
        f"{COMMANDS}::test_failures_of_a_list_are_told_and_the_lowest_code_ends_it",
    ),
    "One pair is one process": (f"{BATCH}::test_our_own_jobs_write_the_same_as_a_single_call",),
    "It names the keys that you have": (
        f"{MANUAL}::test_it_names_the_keys_that_its_user_has",
        f"{MANUAL}::test_it_is_a_text_with_headings_and_ends_with_all_commands_and_settings",
    ),
    "Where keys are changed it is another text": (f"{MANUAL}::test_it_names_the_keys_that_its_user_has",),
    "`briefing show help` prints it": (f"{MANUAL}::test_help_is_a_source_like_the_sample",),
    "The same keys work on the screen": (
        f"{TUI}::test_every_command_does_something_by_its_key",
        f"{LINEAR}::test_every_key_is_answered_in_every_mode_and_nothing_is_redrawn",
    ),
    "Every command can also be typed": (
        "tests/ui/test_every_way.py::test_on_the_command_line",
        f"{LINEAR}::test_a_command_is_typed",
        f"{TUI}::test_keys_can_be_given_to_other_commands",
    ),
    "A flag wins over": (f"{SETTINGS}::test_flag_over_environment_over_file",),
    "Inside the player `O` lists": (
        f"{INSIDE}::test_in_lines_a_setting_is_gone_to_by_number_its_value_chosen_and_said_and_undone",
    ),
    "Enter offers a setting's values": (
        f"{INSIDE}::test_on_the_screen_a_number_is_asked_for_and_a_setting_is_reset_where_the_list_stays",
    ),
    "A change is in force at once where": (
        f"{SET_INSIDE}::test_a_change_is_in_force_at_once_kept_and_undone_in_the_file_too",
    ),
    "`C` gives a key to a command": (
        f"{INSIDE}::test_in_lines_a_command_is_given_the_key_that_is_pressed_and_undo_takes_it_back",
        f"{INSIDE}::test_on_the_screen_a_command_is_given_the_key_that_is_pressed_and_the_hints_name_it",
    ),
    "`M` chooses a profile": (
        f"{SET_INSIDE}::test_a_profile_is_put_in_force_at_once_and_its_settings_are_taken_out_of_the_file",
    ),
    "`t` keeps the theme": (
        f"{INSIDE}::test_on_the_screen_the_theme_is_kept_by_its_key_and_profiles_are_listed",
        f"{SET_INSIDE}::test_without_a_screen_it_is_said_that_a_setting_is_for_the_screen",
    ),
    "A *profile* is a set": (
        f"{PROFILES}::test_a_profile_holds_settings_that_can_be_taken_and_makes_a_difference",
        "tests/ui/test_profile_visits.py::test_in_lines_each_profile_opens_says_itself_and_gives_way_to_another_and_back",
        "tests/ui/test_profile_visits.py::test_on_the_screen_each_profile_opens_says_itself_and_gives_way_to_another_and_back",
    ),
    "It stands right behind the place": (
        f"{PROFILES}::test_what_stands_beside_a_profile_in_the_file_wins_over_it",
        f"{PROFILES}::test_a_profile_by_flag_wins_over_file_and_environment_as_its_settings_would",
    ),
    "Your own stand in the file as": (
        f"{PROFILES}::test_a_users_own_profile_stands_beside_ours_or_changes_one",
    ),
    "`briefing settings --profile NAME`": (
        f"{CLI_SETTINGS}::test_a_profile_is_shown_as_what_it_makes_of_the_settings",
    ),
    "*Screen reader mode* (": (f"{LINEAR}::test_every_key_is_answered_in_every_mode_and_nothing_is_redrawn",),
    "It is also used by itself": (
        "tests/ui/test_linear_terminal.py::test_in_a_pipe_without_keys_the_text_is_printed",
    ),
    "*Self-voicing* (": ("tests/ui/test_tui_told.py::test_every_key_is_told_once_before_its_answer",),
    "Any key silences it.": (
        "tests/unit/voicing/test_voice.py::test_a_key_silences_at_once_and_the_answer_is_heard",
    ),
    "A whole visit can be made by": (
        "tests/end_to_end/test_self_voicing.py::test_a_whole_visit_is_made_by_what_was_spoken_alone",
    ),
    "All criteria of level A": (f"{STATEMENT}::test_all_criteria_are_there_once_and_in_order",),
    "A test fails where a criterion": (f"{STATEMENT}::test_what_is_met_is_shown_by_tests_that_exist",),
    "Volumes of recording and speech are apart": (f"{SETTINGS}::test_a_setting_is_explained_and_reachable",),
    "Where a speech engine cannot be started": (
        "tests/unit/speech/test_reader_takeover.py::",
        "tests/unit/speech/engines/test_fallback.py::",
    ),
    "A natural voice for English, offline": (
        "tests/unit/speech/engines/test_hibari.py::test_where_it_is_not_installed_it_says_how",
        "tests/unit/speech/engines/test_hibari.py::test_its_voice_is_known_before_it_is_started",
    ),
    "English is read by the natural voice": (
        "tests/unit/speech/engines/test_together.py::",
        "tests/end_to_end/test_natural_voice.py::test_passages_are_read_by_voices_of_their_languages",
    ),
    "With `speech_engine` set to `ssip`": (
        f"{DISPATCHER}::test_it_says_each_sentence_once_and_the_light_goes_by_the_sentence",
    ),
    "Each sentence is said when the player": (
        f"{ASIDE}::test_the_frames_wait_at_the_end_of_a_sentence_until_it_was_said",
        f"{ASIDE}::test_what_was_estimated_too_long_is_passed_over_as_soon_as_it_was_said",
    ),
    "A pause, a jump or another voice": (
        f"{ASIDE}::test_a_pause_is_silence_at_once_and_playing_on_says_the_sentence_again",
        f"{ASIDE}::test_a_jump_says_what_was_gone_to_from_that_word_on",
        f"{ASIDE}::test_another_voice_silences_it",
    ),
    "Where it is gone, another engine": (
        f"{DISPATCHER}::test_a_server_that_is_gone_costs_a_sentence_and_espeak_reads_on",
    ),
    "`auto` never takes it, and what is": (
        f"{SSIP}::test_auto_never_takes_it",
        f"{DISPATCHER}::test_what_is_written_is_read_by_espeak_and_that_is_told",
    ),
    "Speech Dispatcher gives neither sound": (
        f"{ASIDE}::test_the_light_goes_by_the_sentence",
        f"{ASIDE}::test_shortened_pauses_do_not_shorten_what_is_said",
    ),
    "It is asked by its Unix socket": (
        f"{SSIP}::test_an_address_of_another_kind_is_told",
        "tests/unit/speech/engines/test_ssip_talker.py::",
    ),
    "The natural voice is one American": ("tests/unit/speech/engines/test_hibari.py::",),
    "The text's language picks the voice": ("tests/unit/speech/test_cast.py::",),
    "Text sizes from dense to": (f"{SIZES}::test_large_print_is_larger_and_keeps_the_sentence_in_view",),
    "Lines can be set up to twice": ("tests/ui/test_tui_spacing.py::test_lines_stand_so_far_apart",),
    "In larger print the answer to a key": (
        "tests/ui/test_tui_enlarged.py::test_an_announcement_is_in_large_print_until_the_next_key",
        "tests/ui/test_tui_enlarged.py::test_the_lines_of_a_list_are_in_large_print",
    ),
    "The small words stay beside": (
        "tests/ui/test_tui_enlarged.py::test_what_is_typed_is_in_large_print_and_the_cursor_in_the_line_itself",
    ),
    "`X` shows less": (
        "tests/ui/test_tui_focus.py::test_the_key_goes_round_and_says_what_is_shown",
        "tests/ui/test_tui_focus.py::test_words_come_one_by_one_as_they_are_heard",
    ),
    "Where it is not sure which word": (
        "tests/ui/test_tui_focus.py::test_where_no_word_is_sure_its_sentence_stands_there",
        "tests/ui/test_tui_focus.py::test_a_quiet_screen_has_no_word_by_word",
    ),
    "From 40 columns by 12 lines up": (f"{SIZES}::test_all_of_it_is_there_in_any_window_from_40_by_12_up",),
    "Every pair of text and ground": (
        "tests/ui/test_tui_contrast.py::test_every_sign_can_be_told_from_what_is_behind_it",
        f"{THEMES}::test_what_is_painted_in_sixteen_colours_can_be_read",
    ),
    "Themes `colour-blind-dark`": (
        f"{THEMES}::test_for_colour_blindness_no_two_grounds_differ_in_hue_alone",
        f"{THEMES}::test_for_colour_blindness_sixteen_colours_differ_in_lightness_on_every_palette",
        f"{THEMES}::test_what_is_painted_can_be_read_by_colour_blind_eyes",
        f"{THEMES}::test_without_colours_word_sentence_match_and_selection_differ_by_their_marks",
    ),
    "`G` says all that is known of the picture": (
        "tests/unit/session/test_session.py::test_a_picture_is_described_by_a_key_in_either_face",
        "tests/ui/test_tui_picture.py::test_a_picture_is_shown_large_with_all_that_is_known_of_it",
        (
            "tests/unit/ui/test_graphics.py"
            "::test_only_terminals_that_name_themselves_are_asked_what_others_may_print"
        ),
        (
            "tests/end_to_end/test_graphics.py"
            "::test_where_a_terminal_has_not_answered_that_it_draws_no_byte_of_graphics_is_sent"
        ),
        "tests/unit/ui/widgets/test_sixels.py::test_a_picture_in_sixels_is_the_picture",
    ),
    "It is asked before there is a screen": (
        (
            "tests/end_to_end/test_graphics.py"
            "::test_it_is_asked_before_there_is_a_screen_and_only_what_no_terminal_prints"
        ),
    ),
    "`reduced_motion`, or `REDUCED_MOTION=1`": (
        (
            "tests/unit/ui/widgets/test_window.py"
            "::test_turning_pages_moves_less_often_and_then_shows_what_comes_at_the_top"
        ),
        f"{LOOKS}::test_with_reduced_motion_nothing_blinks",
    ),
    "Nothing scrolls smoothly": (f"{LOOKS}::test_with_reduced_motion_nothing_blinks",),
    "How many colours there are": (
        "tests/unit/ui/test_colours.py::test_a_terminal_is_drawn_in_the_colours_that_it_says_it_has",
        f"{LOOKS}::test_no_colours_if_none_are_wanted",
    ),
    "What *terminal* looks like": (
        f"{THEMES}::test_without_colours_word_sentence_match_and_selection_differ_by_their_marks",
    ),
    "On the Linux console, which draws": (
        "tests/unit/ui/test_colours.py::test_only_the_linux_console_draws_underlines_as_a_colour",
    ),
    "State is told by words": (f"{LOOKS}::test_word_and_sentence_are_lit_and_differ_by_more_than_colour",),
    "Where a text has no picture, the screen": (
        "tests/ui/test_tui_picture.py::test_the_cover_and_the_title_of_the_tags_appear_when_they_were_read",
        "tests/unit/ui/widgets/test_picture.py::test_a_cover_is_called_no_more_than_that",
    ),
    "A picture's description and caption": (
        "tests/unit/formats/test_markdown.py::test_a_caption_that_repeats_the_alternative_text_makes_it_null",
        (
            "tests/unit/session/test_cursor.py::"
            "test_the_words_for_a_picture_are_said_before_its_caption_and_once_where_that_says_the_same"
        ),
    ),
    "A word is lit only where its time": ("tests/unit/test_timeline.py::",),
    "It can be turned off, as can": (
        f"{LOOKS}::test_the_light_goes_off_and_comes_back",
        f"{LOOKS}::test_a_quiet_screen_has_no_clock_no_moving_word_and_no_header",
    ),
    "Large print needs a window": (
        f"{SIZES}::test_where_the_window_is_too_small_for_a_size_the_next_smaller_is_shown_and_said",
    ),
    "It has letters for Latin": ("tests/unit/ui/glyphs/test_faces.py::test_covered_languages",),
    "What it lacks, as Devanagari,": (
        (
            "tests/unit/ui/glyphs/test_setting.py::"
            "test_what_a_font_lacks_is_shown_in_the_terminals_letters_in_the_same_line"
        ),
    ),
    "Lines that mix directions": (
        "tests/unit/ui/glyphs/test_bidi.py::test_order_is_as_unicodes_own_cases_have_it",
    ),
    "An answer takes a third": (
        "tests/ui/test_tui_enlarged.py::test_an_answer_leaves_most_of_the_text_in_a_small_window",
    ),
    "What there is to say of a row": (
        (
            "tests/ui/test_tui_enlarged.py::"
            "test_what_a_list_is_comes_in_large_print_first_and_what_an_entry_means_after_a_rest"
        ),
    ),
    "Only the rows that change are painted": (
        "tests/ui/test_tui_focus.py::test_from_word_to_word_only_the_rows_of_words_are_painted",
    ),
    "In larger print the clock": (
        "tests/ui/test_tui_enlarged.py::test_a_long_announcement_comes_page_by_page_and_then_goes",
    ),
    "In ordinary letters lines are": ("tests/ui/test_tui_spacing.py::test_lines_stand_so_far_apart",),
    "A *place* is an offset": ("tests/unit/session/test_session_properties.py::",),
    "Time is derived from it": (
        "tests/end_to_end/test_in_step.py::test_switching_voices_loses_no_word_and_repeats_at_most_one",
    ),
    "Audio frames are the only clock": ("tests/unit/audio/test_engine.py::",),
    "Pure modules know no time": ("tests/unit/test_architecture.py::",),
    "Each foreign library is imported": ("tests/unit/test_architecture.py::",),
    "So pause, seek, speed and volume": (
        "tests/end_to_end/test_in_step.py::test_switching_voices_loses_no_word_and_repeats_at_most_one",
    ),
    "A page that declares 3:48": ("tests/unit/speech/test_narrate.py::",),
    "Each timing carries a confidence": ("tests/unit/test_timeline.py::",),
    "Imports go down only": ("tests/unit/test_architecture.py::",),
    "`scripts/write_tables` writes this list": (
        "tests/unit/test_readme.py::test_the_tables_of_keys_and_settings_are_those_of_the_code",
    ),
    "Each of them works in a process that may die.": ("tests/end_to_end/test_injected_faults.py::",),
    "Each of these is one new module or one row": (
        "tests/unit/test_readme.py::test_where_a_change_goes_is_there",
    ),
}
"""How a sentence begins -> the tests that hold it; a file alone where most of its tests do."""

UNTESTABLE: Final[dict[str, str]] = {
    "While it runs, the command line of a player": "the system shows it, whatever a program does",
    "The text of a page is there": "times of a machine; `scripts/bench sources` measures them",
    "With 10,000 items the library opens": "times of a machine",
    "A library of 10,000 items takes": "times and memory; `scripts/bench library` measures them",
    "Its recording, from a server at 256": "times of a machine; `scripts/bench sources` measures them",
    "Its words are timed by what its network plans": "an aligner's minutes; it was measured on the sample",
    "Faster than 190 words a minute it is": "how it sounds; `SPEEDS` of the voice says where its own end",
    "A first sentence of more than some": "times of a machine; `scripts/bench voices` measures them",
    "All processes together take 146": "memory of a machine; `scripts/bench sources` measures it",
    "A book of 1,000 pages": "times and memory; `scripts/bench library` measures them",
    "At fourfold speed a word is lit": "shares of a machine; `--trace` tells when each word is heard and lit",
    "In a long visit to the screen": "minutes; `scripts/faults 5000-commands` measures it",
    "Playing the sample takes": "a share of an idle machine; `scripts/bench playing` measures it",
    "Its first five seconds, in which a": "what `scripts/bench playing` warms up for",
    "Its first five seconds, in which all": "what `scripts/bench playing` warms up for",
    "Until there is something to read": "times of an idle machine; `scripts/bench starts` measures them",
    "A text of 20 MB takes": "minutes; `scripts/faults 20-megabytes` measures it",
    "A long recording takes about a thirtieth": "a time on two free cores; `scripts/bench align` measures it",
    "makes an environment in `.venv`": "needs a machine without one; CI runs scripts/test from a fresh clone",
}
"""Promises that no test can hold on a shared machine, and who holds them instead."""

SAID: Final = (
    "The manual is in English",
    "Made for the keyboard, for screen readers",
    "`scripts/run FILE` opens something",
    "To install the `briefing` command",
    "runs the tests; `scripts/check`",
    "Subscribe to feeds, and what is new",
    "The library: which item is which",
    "Where a damaged file was cut off",
    "New fields may come",
    "Without a screen:",
    "`scripts/bench align` measures it",
    "A list has a line a pair",
    "GNU parallel:",
    "A Dask cluster (",
    "**Two faces.**",
    "It is never guessed",
    "We measure ourselves by UAAG",
    "More than that:",
    "Nobody else has looked",
    "**UAAG 2.0**, the note",
    "**WCAG 2.2**, read for programs",
    "What is not met, or not known:",
    "The screen (TUI) with a screen reader",
    "Use screen reader mode.",
    "With BRLTTY, of an announcement",
    "Without `routing` an announcement",
    "A routing key above the cell",
    "Of a picture with a caption",
    "A terminal that names 16 colours and shows",
    "The terminal's own graphics draw only",
    "In tmux and screen, which let nothing of it through",
    "Sixel was looked at in xterm",
    "Lines do not tell a picture's size",
    "There is no dictionary",
    "In ordinary sizes the order of Hebrew",
    "How screen reader mode prints",
    "No blind user has tried it",
    "If something is in your way",
    "What was measured, or is known",
    "What `export` writes: the sound of several items in one file",
    "How a DAISY 2.02 book fares in players",
    "One word in a sentence whose time is a guess",
    "Web pages: a story that only scripts write",
    "Of a web page a film is offered",
    "`briefing refresh --align` fetches a recording before",
    "Feeds of 19 megabytes, eight at once",
    "Whether a paywall cuts a story",
    "Copied pages: comments below a story",
    "Tables without lines, formulas and columns",
    "Of 30 web pages that Chromium printed",
    "As text browsers dump them",
    "Of a page saved in one file",
    "A page that only scripts show",
    "A device with one channel",
    "Started as `python -m briefing`",
    "Nobody else keeps a position",
    "A session decides.",
    "Faces (screen, screen reader mode",
    "A briefing goes this way.",
    "What you name is found and opened by",
    "A recording is decoded by `audio.media`",
    "The engine plays either",
    "The session drives the engine",
    "`scripts/write_tables` then brings",
    "Recording and speech are the same thing",
    "`scripts/bench` measures what is promised",
)
"""Sentences that promise nothing to be measured: headings, hints, what is not met, how it is made."""

EXAMPLES: Final[dict[str, str]] = {
    "from subprocess import run": f"{BEFOREHAND}::test_the_example_for_dask_times_the_library",
    "import subprocess": f"{COMMANDS}::test_the_example_for_dask_runs_as_it_stands",
    "[keys]": f"{COMMANDS}::test_the_example_of_a_settings_file_is_taken",
    " files, pages, tags": "a drawing",
}
"""How an example begins -> the test that runs it."""

BY_HAND: Final[dict[str, str]] = {
    "scripts/run": "makes an environment with pip; CI runs it on a fresh clone",
    "scripts/test": "runs this very test",
}
"""Command lines that no test can run."""
