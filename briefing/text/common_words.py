"""The words that `language` tells languages by: facts of usage, from no one's list."""

from __future__ import annotations

import re
from typing import Final

_COMMON: Final = """
en: the of and to in a is that for on was with as it by at from he are be this his have has were an which
    or not they but their its will would who said been after
de: der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
    er hat dass sie nach wird bei einer um am sind noch wie einem über so zum
fr: le la les de des du et en un une est que dans pour qui sur par au plus pas ce avec il sont se a aux ne
    son cette mais ont été ses leur d l qu
es: de la que el en y a los se del las un por con una su para es al lo como más o pero sus le ha me si sin
    sobre este ya entre cuando todo esta fue
it: di e il la che in un a per è una del sono con non si della i le da al ha dei nel alla come più anche
    lo gli delle ma su dalla questo
pt: de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das à seu
    sua ou ser são pelo pela até
nl: de het een van en in is dat op te zijn met voor die niet aan er om ook als bij door maar uit naar
    heeft over wordt ze hij deze nog dan
sv: och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan
    när efter också
da: og i at det er en til af på som med de den for ikke der et har om han men var jeg sig fra vi så kan
    efter også blev hvor
nb: og i at det er en til av på som med de den for ikke et har om han men var jeg seg fra vi så kan etter
    også ble hvor
fi: ja on ei että oli se hän mutta ovat joka myös kun niin kuin sen mukaan jo hänen ole vain jos tai olla
    mitä nyt sitä
pl: w i na z się nie do to że jest o jak za od po przez dla ale co tak są przy być czy tym już może został
    było jego
cs: a v se na je že z do o s i k to jako za ve pro po by jsou od ale podle které která jeho byl bylo již
    také
sk: a v sa na je že z do o s i k to ako za vo pre po by sú od ale podľa ktoré ktorá jeho bol bolo už aj
hu: a az és hogy nem is egy van meg ez azt volt csak de már mint el szerint még ha vagy lehet kell között
    után
ro: de și în a la cu o care pe nu din că un este mai pentru au sa fost prin ce se după sunt fi dar lui al
tr: ve bir bu için da de ile olarak çok daha olan gibi en ise ama kadar sonra olduğu ne göre her var
    tarafından değil
id: dan yang di dengan untuk dari ini itu pada dalam tidak akan ke adalah oleh telah juga sebagai mereka
    kata karena bahwa
vi: và của là có được cho trong không với các một này đã người những đến khi từ về tại theo ông sẽ
ca: de la i el que a en les els per un amb una del és es al no ha com més dels són pel però
hr: i u je se na da su za od s a koji o što ne će iz kao to bi ili nije koja ali nakon prema
sq: të e në dhe për me një që nga është i u se ka si më do nuk ky kjo por
ru: и в не на что с он по это как а из от за у к для но его же о бы было она так все или до при также был
    если их они году
uk: і в на не що з у до та за як це від про для його але був або вона також є
bg: на и да в за се от е с че по не са като са си до това ще към но той бе след които със
sr: и у је се на да су за од с а који о што не ће из као то би или није која али
"""

COMMON_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in re.findall(r"^(\w\w):((?:.|\n )*)", _COMMON, re.MULTILINE)
}
"""The commonest words of each language, in lower case."""
