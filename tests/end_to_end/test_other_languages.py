"""Other languages: readings in a voice that is not the reference's, whose words have known times.

eSpeak NG reads with another variant's throat and slower; the sound is then played a sixth
faster, which shortens the vocal tract, and put in noise. The text has a paragraph and a
headline that are not read, the sound a sentence that the text lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from briefing.align.aligner import align
from briefing.audio.pcm import resample
from briefing.cli.reference_voice import voice_for
from briefing.model import Pcm
from briefing.speech.engines.registry import open_speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from briefing.ports.speech import SpeechEngine

    Floats = NDArray[np.float32]

RATE_HZ: Final = 16_000
_SHORTER: Final = 1.16
VOICES: Final = {"de": "gmw/de+f3", "es": "roa/es+f2", "fr": "roa/fr+f4", "ru": "zle/ru+f5"}
HEADLINES: Final = {
    "de": "Kurz vor Mitternacht: Einigung im Hafen",
    "es": "Poco antes de medianoche: acuerdo en el puerto",
    "fr": "Peu avant minuit : un accord au port",
    "ru": "Незадолго до полуночи: соглашение в порту",
}
FOREIGN: Final = {
    "de": "Hören Sie jetzt ein Stück aus unserem neuen Hörspiel über die Bienen.",
    "es": "Escuchen ahora un fragmento de nuestra nueva serie sobre las abejas.",
    "fr": "Écoutez maintenant un extrait de notre nouveau feuilleton sur les abeilles.",
    "ru": "Теперь послушайте отрывок из нашей новой передачи о пчёлах.",
}
READ: Final = {
    "de": (
        "Die Lotsen im Hafen haben ihren Ausstand nach neun Tagen beendet.",
        "Elf Frachter warteten zuletzt vor der Küste, einige mit frischem Obst.",
        "Ein Museum in Dresden zeigt ab Sonntag Uhren aus vier Jahrhunderten.",
    ),
    "es": (
        "Los prácticos del puerto han terminado su huelga después de nueve días.",
        "Once cargueros esperaban frente a la costa, algunos con fruta fresca.",
        "Un museo de Toledo enseña desde el domingo relojes de cuatro siglos.",
    ),
    "fr": (
        "Les pilotes du port ont mis fin à leur grève après neuf jours.",
        "Onze cargos attendaient au large, certains chargés de fruits frais.",
        "Un musée de Dijon montre dès dimanche des montres de quatre siècles.",
    ),
    "ru": (
        "Лоцманы порта закончили забастовку, которая длилась девять дней.",
        "Одиннадцать судов стояли у берега, некоторые со свежими фруктами.",
        "Музей в Твери с воскресенья показывает часы четырёх столетий.",
    ),
}
UNREAD: Final = {
    "de": "Der Bürgermeister dankte allen Helfern. Über die Kosten wird später entschieden.",
    "es": "El alcalde agradeció su ayuda a todos. Los gastos se discutirán más tarde.",
    "fr": "Le maire a remercié tous les bénévoles. La question des frais attendra encore.",
    "ru": "Мэр поблагодарил всех помощников. О расходах решат несколько позже.",
}


@pytest.fixture(scope="module")
def espeak() -> Iterator[SpeechEngine]:
    engine = open_speech("espeak")
    yield engine
    engine.close()


def recorded(
    engine: SpeechEngine, language: str, sentences: Sequence[str]
) -> tuple[Pcm, list[list[float | None]]]:
    """Return sentences read with pauses between them, and when each word of each starts; None if untold."""
    pieces, starts = [np.zeros(RATE_HZ // 2, np.float32)], []
    for sentence in sentences:
        spoken = engine.synthesise(sentence, VOICES[language], 130, 60)
        at = sum(map(len, pieces)) / RATE_HZ
        told = {mark.start: at + mark.frame / spoken.pcm.rate_hz / _SHORTER for mark in spoken.words}
        offsets = np.cumsum([0, *(len(word) + 1 for word in sentence.split())])[:-1]
        starts.append([told.get(int(offset)) for offset in offsets])
        sound = np.asarray(spoken.pcm.samples, np.float32).reshape(-1)
        pieces += [
            resample(sound, round(spoken.pcm.rate_hz * _SHORTER), RATE_HZ),
            np.zeros(RATE_HZ // 3, np.float32),
        ]
    whole = np.concatenate(pieces)
    whole += np.random.default_rng(2).normal(0, 0.003, len(whole)).astype(np.float32)
    return Pcm(whole[:, np.newaxis], RATE_HZ), starts


@pytest.mark.parametrize("language", sorted(VOICES))
def test_no_word_is_lost_and_what_is_not_read_has_no_time(espeak: SpeechEngine, language: str) -> None:
    first, second, third = READ[language]
    pcm, (*truth, _, last) = recorded(espeak, language, (first, second, FOREIGN[language], third))
    truth.append(last)
    headline, unread = HEADLINES[language].split(), UNREAD[language].split()
    parts = [headline, first.split(), unread, second.split(), third.split()]

    words = align(pcm, [word for part in parts for word in part], language, voice_for=voice_for).words

    ends = np.cumsum([len(part) for part in parts])
    told = [words[end - len(part) : end] for part, end in zip(parts, ends, strict=True)]
    # A word at the edge of such a passage may go with what is read beside it.
    assert sum(word.start_s is None for word in (*told[0], *told[2])) >= len(headline) + len(unread) - 1
    read = [word for part in (told[1], told[3], told[4]) for word in part]
    assert None not in [word.start_s for word in read]
    errors = [
        abs(word.start_s - true)
        for word, true in zip(read, [true for part in truth for true in part], strict=True)
        if word.start_s is not None and true is not None
    ]
    assert len(errors) > 0.7 * len(read)
    assert np.median(errors) < 0.04
    assert np.percentile(errors, 95) < 0.15


@pytest.mark.parametrize("language", ["de", "ru"])
def test_a_text_in_another_language_gets_no_certainty(espeak: SpeechEngine, language: str) -> None:
    pcm, _ = recorded(espeak, language, READ[language])
    text = " ".join((*READ["es"], UNREAD["es"])).split()

    assert align(pcm, text, "es", voice_for=voice_for).confidence < 0.25
