"""New text: the history goes, what the person newly wrote stays."""

import re
from pathlib import Path

import pytest

from mail.newtext import Writing, split_writing

NEW = "Thank you, but it is still missing.\n\nRegards\nMax"
ATTRIBUTIONS = [
    "On Sun, 22 Nov 2026 at 10:00, Shop <s@s.example> wrote:",
    "On Sunday, November 22, 2026, 10:00 AM, Shop <s@s.example> wrote:",
    "On Nov 22, 2026, at 10:00 AM, Shop <s@s.example> wrote:",
    "On 22/11/2026 10:00, Shop wrote:",
    "On Sun, Nov 22, 2026 at 10:00 AM\nShop of Lamps and Other Things <s@s.example>\nwrote:",
    'At 2026-11-22 10:00:00, "Shop" <s@s.example> wrote:',
    "Am 22.11.2026 um 10:00 schrieb Shop <s@s.example>:",
    "Am So., 22. Nov. 2026 um 10:00 Uhr schrieb Shop <\ns@s.example>:",
    "Shop <s@s.example> schrieb am So., 22. Nov. 2026, 10:00:",
    "Le dim. 22 nov. 2026 à 10:00, Shop <s@s.example> a écrit :",
    "Le 22/11/2026 à 10:00, Shop a écrit :",
    "El dom, 22 nov 2026 a las 10:00, Shop (<s@s.example>) escribió:",
    "Il giorno dom 22 nov 2026 alle ore 10:00 Shop <s@s.example> ha scritto:",
    "Il 22/11/2026 10:00, Shop ha scritto:",
    "Em dom., 22 de nov. de 2026 às 10:00, Shop <s@s.example> escreveu:",
    "Op zo 22 nov. 2026 om 10:00 schreef Shop <s@s.example>:",
    "niedz., 22 lis 2026 o 10:00 Shop <s@s.example> napisał(a):",
    "W dniu 22.11.2026 o 10:00, Shop pisze:",
    "Den sön 22 nov. 2026 kl 10:00 skrev Shop <s@s.example>:",
    "Den søn. 22. nov. 2026 kl. 10.00 skrev Shop <s@s.example>:",
    "søn. 22. nov. 2026 kl. 10:00 skrev Shop <s@s.example>:",
    "su 22. marrask. 2026 klo 10.00 Shop (s@s.example) kirjoitti:",
    "ne 22. 11. 2026 v 10:00 odesílatel Shop <s@s.example> napsal:",
    "Shop <s@s.example>, 22 Kas 2026 Paz, 10:00 tarihinde şunu yazdı:",
    "вс, 22 нояб. 2026 г. в 10:00, Shop <s@s.example>:",
    "22.11.2026 10:00, Shop пишет:",
    "нд, 22 лист. 2026 р. о 10:00 Shop <s@s.example> пише:",
    "Vào CN, 22 thg 11, 2026 vào lúc 10:00 Shop <s@s.example> đã viết:",
    "2026年11月22日(日) 10:00 Shop <s@s.example>:",
    "2026/11/22 10:00、Shop <s@s.example>のメール:",
    "Shop <s@s.example> 于2026年11月22日周日 10:00写道：",
    "在 2026年11月22日，10:00，Shop <s@s.example> 写道：",
    "2026년 11월 22일 (일) 오전 10:00, Shop <s@s.example>님이 작성:",
    "On Sun, 22 Nov 2026 at 10:00, Shop [e-mail address removed] wrote:",
    "--- On Sun, 11/22/26, Shop <s@s.example> wrote:",
    "---- On Sun, 22 Nov 2026 10:00:00 +0000 Shop <s@s.example> wrote ----",
]
HEADERS = [
    "From: Shop <s@s.example>\nSent: Sunday, November 22, 2026\nTo: Max\nSubject: Lamp",
    "________________________________\nFrom: Shop <s@s.example>\nSent: x\nTo: Max\nSubject: L",
    "-----Original Message-----\nFrom: Shop\nSent: Sunday\nTo: Max\nSubject: Lamp",
    "*From:* Shop <s@s.example>\n*Date:* Sunday\n*To:* Max\n*Subject:* Lamp",
    "Von: Shop <s@s.example>\nGesendet: Sonntag, 22. November 2026 10:00\nAn: Max\nBetreff: L",
    "-----Ursprüngliche Nachricht-----\nVon: Shop\nGesendet: Sonntag\nAn: Max\nBetreff: Lampe",
    "Gesendet: Sonntag, 22. November 2026 um 10:00 Uhr\nVon: Shop\nAn: Max\nBetreff: Lampe",
    "De : Shop <s@s.example>\nEnvoyé : dimanche 22 novembre 2026 10:00\nÀ : Max\nObjet : Lampe",
    "-----Message d'origine-----\nDe : Shop\nEnvoyé : dimanche\nÀ : Max\nObjet : Lampe",
    "De: Shop <s@s.example>\nEnviado: domingo, 22 de noviembre de 2026\nPara: Max\nAsunto: L",
    "Da: Shop <s@s.example>\nInviato: domenica 22 novembre 2026 10:00\nA: Max\nOggetto: Lampada",
    "De: Shop <s@s.example>\nEnviada em: domingo\nPara: Max\nAssunto: Lâmpada",
    "Van: Shop <s@s.example>\nVerzonden: zondag 22 november 2026\nAan: Max\nOnderwerp: Lamp",
    "Od: Shop <s@s.example>\nWysłane: niedziela\nDo: Max\nTemat: Lampa",
    "Från: Shop <s@s.example>\nSkickat: den 22 november 2026\nTill: Max\nÄmne: Lampa",
    "Fra: Shop <s@s.example>\nSendt: 22. november 2026\nTil: Max\nEmne: Lampe",
    "Lähettäjä: Shop <s@s.example>\nLähetetty: sunnuntai\nVastaanottaja: Max\nAihe: Lamppu",
    "Od: Shop <s@s.example>\nOdesláno: neděle\nKomu: Max\nPředmět: Lampa",
    "Kimden: Shop <s@s.example>\nGönderildi: Pazar\nKime: Max\nKonu: Lamba",
    "От: Shop <s@s.example>\nОтправлено: воскресенье\nКому: Max\nТема: Лампа",
    "差出人: Shop <s@s.example>\n送信日時: 2026年11月22日\n宛先: Max\n件名: ランプ",
    "发件人: Shop <s@s.example>\n发送时间: 2026年11月22日\n收件人: Max\n主题: 灯",
    "------------------ 原始邮件 ------------------\n发件人: Shop;\n收件人: Max;\n主题: L",
    "发件人： Shop\n已发送： 2017年9月5日 18:05\n收件人： Max\n主题： Re:关于: 灯",
    "보낸 사람: Shop <s@s.example>\n보낸 날짜: 2026년\n받는 사람: Max\n제목: 램프",
    "-------- Original message --------\nFrom: Shop <s@s.example>\nDate: x\nTo: Max\nSubject: L",
    "-------- Original Message --------\nSubject: Lamp\nDate: Sunday\nFrom: Shop\nTo: Max",
]
PROGRAMS = [
    "Sent from my iPhone",
    "Sent from my Samsung Galaxy smartphone.",
    "Get Outlook for iOS",
    "Sent from Outlook for Android",
    "Sent from Yahoo Mail on Android",
    "Sent with Proton Mail secure email.",
    "Von meinem iPhone gesendet",
    "Gesendet von Mail für Windows 10",
    "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Enviado do meu iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wysłane z iPhone'a",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Odesláno z iPhonu",
    "iPhone'umdan gönderildi",
    "Отправлено с iPhone",
    "Được gửi từ iPhone của tôi",
    "iPhoneから送信",
    "发自我的iPhone",
    "從我的 iPhone 傳送",
    "나의 iPhone에서 보냄",
]


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attributed_quote_is_cut(line: str) -> None:
    """With quote marks below it and without."""
    marked = f"{NEW}\n\n{line}\n> Dear Max,\n> it is on its way.\n"
    bare = f"{NEW}\n\n{line}\n\nDear Max,\nit is on its way.\n"

    assert [NEW, NEW] == [split_writing(marked).new, split_writing(bare).new]


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_answer_below_its_quote_is_kept(line: str) -> None:
    """Bottom posting."""
    assert NEW == split_writing(f"{line}\n> Dear Max,\n> it is on its way.\n\n{NEW}\n").new


def test_an_attribution_without_colon_is_cut() -> None:
    """Older programs; only with quote marks below it."""
    assert NEW == split_writing(f"{NEW}\n\n2026/11/22 Shop <s@s.example>\n> Dear Max\n").new


@pytest.mark.parametrize("header", HEADERS)
def test_a_mail_under_its_header_is_cut(header: str) -> None:
    """Outlook's way: all that follows is history."""
    found = split_writing(f"{NEW}\n\n{header}\n\nDear Max,\n\nit is on its way.\n")

    assert Writing(new=NEW, quoted=f"{header}\n\nDear Max,\n\nit is on its way.") == found


@pytest.mark.parametrize("header", HEADERS)
def test_a_forwarded_mail_is_kept_where_it_is_all_there_is(header: str) -> None:
    """It is what the sender wants read."""
    assert "it is on its way" in split_writing(f"{header}\n\nit is on its way\n").new


@pytest.mark.parametrize("line", PROGRAMS)
def test_a_programs_line_is_cut(line: str) -> None:
    """Above the quote, and at the end of the letter."""
    quote = "\n\n> it is on its way\n"

    assert [NEW, NEW] == [split_writing(f"{NEW}\n\n{line}{end}").new for end in ("", quote)]


def test_a_programs_line_alone_says_nothing() -> None:
    """A photo sent from a telephone has no words."""
    assert "" == split_writing("\n\nSent from my iPhone\n").new


def test_a_signature_is_cut_and_a_sign_off_is_kept() -> None:
    """``-- `` begins a signature, "Regards, Max" is the buyer's."""
    assert NEW == split_writing(f"{NEW}\n-- \nMax Mustermann\nTel. 0123\n").new
    assert NEW == split_writing(f"{NEW}\n---\nMax Mustermann\nwww.max.example\n").new


def test_answers_between_quoted_lines_are_kept() -> None:
    """Interleaved, in their order."""
    text = (
        "On Sun, 22 Nov 2026 at 10:00, Shop <s@s.example> wrote:\n> Which colour?\nGreen.\n\n"
        "> Which size?\n> S or M?\n\nM, please.\n"
    )

    assert "Green.\n\nM, please." == split_writing(text).new


def test_a_reply_that_adds_nothing_is_empty() -> None:
    """The history is there to explain it."""
    text = "On Sun, 22 Nov 2026 at 10:00, Shop <s@s.example> wrote:\n> It is on its way.\n"

    assert ("", text.strip()) == (split_writing(text).new, split_writing(text).quoted)


@pytest.mark.parametrize(
    "text",
    [
        f"{NEW} On Sun, 22 Nov 2026 at 10:00 Shop <s@s.example> wrote: Dear Max, wait.",
        f"{NEW} From: Shop <s@s.example> Sent: Sunday, 22 Nov 2026 To: Max Subject: L Dear Max,",
    ],
)
def test_history_is_found_where_line_breaks_were_lost(text: str) -> None:
    """Some gateways flatten a letter into one line."""
    assert NEW == split_writing(text).new


def test_a_separator_in_an_unknown_language_goes_with_its_header() -> None:
    """Dashes around words, right above a quoted header."""
    header = (
        "-------- Ny sprog besked --------\n"
        "Fra: Shop <s@s.example>\nDato: 1.1.2026\nTil: m@b.example"
    )

    assert NEW == split_writing(f"{NEW}\n\n{header}\n\nHej").new


def test_a_forwarded_mail_loses_its_header() -> None:
    """The words are what the sender wants read."""
    header = (
        "---------- Forwarded message ---------\nFrom: M <m@b.example>\nSubject: x\n"
        "To: A <a@b.example>"
    )

    assert Writing(new=NEW, carried=True) == split_writing(f"{header}\n\n{NEW}\n")


@pytest.mark.parametrize(
    "line",
    ["Pobierz program Outlook dla systemu Android<https://aka.example/a>",
     "Tải Outlook cho iOS<https://aka.example/o>",
     "Android için Outlook<https://aka.example/a>'u edinin"],
)  # fmt: skip
def test_outlooks_line_is_cut_in_any_language(line: str) -> None:
    """By its name, the telephone's system and the link."""
    assert NEW == split_writing(f"{NEW}\n\n{line}\n").new


#: What mail programs write between the new text and the old: ``%% attribution`` or ``%% block``.
QUOTES = (Path(__file__).parents[1] / "letters" / "quotes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("quote", ["> Dear Max,\n> it ships.\n>\n> Shop", "Dear Max,\n\nit ships."])
@pytest.mark.parametrize("line", re.findall(r"(?m)^%% attribution\n((?:(?!%% ).*\n)+)", QUOTES))
def test_the_attributions_of_seventy_programs_are_cut(line: str, quote: str) -> None:
    """With quote marks below them and without."""
    assert NEW == split_writing(f"{NEW}\n\n{line}\n{quote}\n").new


@pytest.mark.parametrize("block", re.findall(r"(?m)^%% block\n((?:(?!%% ).*\n)+)", QUOTES))
def test_what_programs_append_is_cut(block: str) -> None:
    """Headers, separators, devices, signatures."""
    assert NEW == split_writing(f"{NEW}\n\n{block}").new


def test_the_newest_post_of_a_desks_thread_is_new() -> None:
    """Below the desk's invitation to answer above it, which nobody did."""
    rule = "-" * 40
    text = (
        "##- Please type your reply above this line -##\n\n"
        f"{rule}\nMax, Mar 2, 2026, 09:14 GMT\n\nIt broke.\n\n"
        f"{rule}\nShop, Mar 1, 2026, 17:00 GMT\n\nIt ships.\n"
    )

    assert "It broke." == split_writing(text).new


def test_an_attribution_wrapped_inside_its_address_is_cut() -> None:
    """The sign that closes it begins the next line, like a quote mark."""
    text = "Fine.\n\nOn Sun, Nov 22, 2026 at 10:00 AM Shop <shop@s.example\n> wrote:\n\n> Hi\n"

    assert "Fine." == split_writing(text).new


@pytest.mark.parametrize(
    "line",
    [
        "##- Please type your reply above this line -##",
        "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein -##",
        "## Escriba su respuesta por encima de esta línea ##",
        "===== Répondre au-dessus de cette ligne =====",
        "---- Antwoord boven deze regel ----",
        "-- Svara ovanför den här raden --",
        "[Please type your reply above this line]",
        "-- Odpowiedz powyżej tej linii --",
        "### Пожалуйста, напишите ответ выше этой строки ###",
        "---- この行より上に返信してください ----",
        "--- 请在此行以上回复 ---",
        "-—-—-—-—\nReply above this line.",
        "---- Reply to this email to comment ----",
    ],
)
def test_below_a_desks_invitation_all_is_history(line: str) -> None:
    """Whatever its language, with its rule above it."""
    assert "It broke." == split_writing(f"It broke.\n\n{line}\n\nYour case was updated.").new


@pytest.mark.parametrize(
    ("above", "mark"),
    [
        ("On Mon, 9 Nov 2026, Shop wrote:", "|"),
        ("Am 09.11.2026 um 10:00 schrieb Shop:", ":"),
        (">>>>> Shop <s@s.example> writes:", "    Shop>"),
        ("Shop <s@s.example> a écrit :", "}"),
    ],
)
def test_a_program_may_quote_with_another_mark(above: str, mark: str) -> None:
    """The mark below an attribution is one in the whole letter."""
    text = f"{above}\n\n{mark} Does it turn?\n\nNo.\n\n{mark} And now?\n\nNo more."

    assert "No.\n\nNo more." == split_writing(text).new


@pytest.mark.parametrize("wrap", [1, 2, 3])
def test_an_attribution_is_wrapped_anywhere(wrap: int) -> None:
    """Its date, name and address may each stand on a line."""
    pieces = ["Em segunda-feira, 9 de novembro de 2026 às 07:00", "Shop", "<s@s.example> escreveu:"]
    line = " ".join(pieces[: 4 - wrap]) + "\n" * (wrap > 1) + "\n".join(pieces[4 - wrap :])

    assert "Não." == split_writing(f"Não.\n\n{line}\n\nChegou?").new


@pytest.mark.parametrize(
    "line",
    [
        "Получить Outlook для Android",
        "Sent with Aqua Mail for Android\nhttps://www.example.com/mail",
        "Obtenez Mail pour iOS",
    ],
)
def test_a_programs_line_is_cut_with_its_link_below(line: str) -> None:
    """In any language, above a history and alone."""
    history = "On Sun, 22 Nov 2026 at 10:00, Shop <s@s.example> wrote:\n> Hi"

    assert ["Да.", "Да."] == [
        split_writing(f"Да.\n\n{line}").new,
        split_writing(f"Да.\n\n{line}\n\n{history}").new,
    ]
