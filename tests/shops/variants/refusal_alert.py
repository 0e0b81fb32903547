"""Nothing chosen is answered by a JavaScript alert box; nested tables, hidden fields, and no ids worth the name.

A German shop of the early two-thousands (upper-case tags, no html lang) that sells enamel signs in two sizes.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, redirect

SIGNS = [
    ("Schild Vorsicht Katze", 18.5, "Tierschilder"),
    ("Schild Hier wache ich", 18.5, "Tierschilder"),
    ("Hausnummer Emaille blau", 24.0, "Hausnummern"),
    ("Hausnummer Emaille weiß", 24.0, "Hausnummern"),
    ("Schild Küche", 14.9, "Türschilder"),
]
SIZES = {"1": "10 x 15 cm", "2": "20 x 30 cm"}
FONT = '<FONT FACE="Verdana,Arial" SIZE="2">'


def dm(x: float) -> str:
    """Write a price."""
    return f"EUR {x:.2f}".replace(".", ",")


class App(Shop):
    """Schilder-Schmidt."""

    def frame(self, request: Request, middle: str) -> Response:
        """Nest the tables."""
        count = len(request.session.get("wk", []))
        cats = "<BR>".join(
            f'<A HREF="/artikel.php?gruppe={c}">{c}</A><BR>' for c in ("Tierschilder", "Hausnummern", "Türschilder")
        )
        return html(f"""<HTML><HEAD><META CHARSET="utf-8"><TITLE>Schilder-Schmidt - Emailleschilder seit 1953</TITLE>
<META NAME="viewport" CONTENT="width=device-width"><STYLE>TD{{font:13px Verdana,Arial}}A{{color:#003399}}
@media(max-width:600px){{
.navi,.haupt{{display:block;width:auto!important}}.navi BR{{display:none}}.navi A{{display:inline-block;padding:8px}}
TABLE{{max-width:100%}}}}</STYLE></HEAD><BODY BGCOLOR="#FFFFFF" TEXT="#000000"><TABLE WIDTH="100%" BORDER="0"
CELLPADDING="6"
CELLSPACING="0"><TR><TD BGCOLOR="#003399"><A HREF="/" STYLE="color:#fff;text-decoration:none;font-size:20px">
<B>Schilder-Schmidt</B></A>
</TD><TD BGCOLOR="#003399" ALIGN="right"><A HREF="/korb.php" STYLE="color:#ff0">Warenkorb ({count} Artikel)</A></TD>
</TR></TABLE>
<TABLE WIDTH="100%" BORDER="0" CELLPADDING="8"><TR VALIGN="top"><TD WIDTH="150" BGCOLOR="#EEEEEE" CLASS="navi">{cats}
<BR>
<A HREF="/agb.php">AGB</A><BR><A HREF="/kontakt.php">Kontakt</A></TD><TD CLASS="haupt">{middle}</TD></TR></TABLE><HR>
<CENTER>{FONT}
&copy; 2003-2026 Schilder-Schmidt, Inh. Karl Schmidt, Lange Gasse 7, 90403 N&uuml;rnberg</FONT></CENTER></BODY>
</HTML>""")

    def rows(self, numbers: list[int]) -> str:
        """Make the article list, one row each."""
        trs = "".join(
            f'<TR><TD><A HREF="/detail.php?nr={i}">{self.plate(i, 90)}</A></TD><TD><A HREF="/detail.php?nr={i}">'
            f"<B>{SIGNS[i][0]}</B>"
            f"</A><BR>Art.-Nr. 10{i}</TD><TD ALIGN='right'>ab {dm(SIGNS[i][1])}</TD></TR>"
            for i in numbers
        )
        return f'<TABLE BORDER="0" CELLPADDING="6" WIDTH="100%">{trs}</TABLE>'

    @staticmethod
    def plate(i: int, width: int) -> str:
        """Draw a sign."""
        return (
            f'<svg width="{width}" viewBox="0 0 90 60"><rect x="2" y="2" width="86" height="56" rx="6" fill="#1d3f8f" '
            f'stroke="#fff" '
            f'stroke-width="3"/><text x="45" y="36" font-size="9" fill="#fff" '
            f'text-anchor="middle">{SIGNS[i][0][-14:]}</text></svg>'
        )

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        nr = request.query.get("nr", "x")
        if request.path in ("/", "/index.php"):
            return self.frame(request, "<H2>Unsere Emailleschilder</H2>" + self.rows(list(range(len(SIGNS)))))
        if request.path == "/artikel.php":
            group = request.query.get("gruppe")
            return self.frame(
                request, f"<H2>{group}</H2>" + self.rows([i for i, s in enumerate(SIGNS) if s[2] == group])
            )
        if request.path == "/detail.php" and nr.isdigit() and int(nr) < len(SIGNS):
            return self.detail(request, int(nr))
        if request.path == "/korb.php":
            return self.basket(request)
        if request.path == "/bestellen.php":
            return self.order(request)
        pages = {
            "/agb.php": "<H2>AGB</H2>Versand innerhalb Deutschlands EUR 5,50. Verbraucher k&ouml;nnen den Vertrag "
            "innerhalb von 14 Tagen "
            "ohne Angabe von Gr&uuml;nden widerrufen; die Frist beginnt mit Erhalt der Ware. Der Widerruf ist zu "
            "richten an Schilder-Schmidt, "
            "Lange Gasse 7, 90403 N&uuml;rnberg. R&uuml;cksendekosten tr&auml;gt der K&auml;ufer. Bereits gezahlte "
            "Betr&auml;ge erstatten wir.",
            "/kontakt.php": "<H2>Kontakt</H2>Tel. (0911) 55 66 77, Fax (0911) 55 66 78<BR>schmidt (at) "
            "schilder-schmidt.example<BR>"
            "B&uuml;rozeiten Mo-Do 8-16 Uhr",
        }
        if request.path in pages:
            return self.frame(request, pages[request.path])
        return html("Not Found", 404)

    def detail(self, request: Request, i: int) -> Response:
        """Show one sign with the script that alerts."""
        options = "".join(
            f'<INPUT TYPE="radio" NAME="gr" VALUE="{k}"> {v} &nbsp; {dm(SIGNS[i][1] * (2 if k == "2" else 1))}<BR>'
            for k, v in SIZES.items()
        )
        return self.frame(
            request,
            f"""{self.plate(i, 260)}<H2>{SIGNS[i][0]}</H2>{FONT}Echte Emaille, 800 &deg;C gebrannt. Lieferzeit 3-5
Tage.</FONT>
<SCRIPT>function pruef(f){{var ok=false;for(var i=0;i<f.gr.length;i++)if(f.gr[i].checked)ok=true;
if(!ok){{alert('Bitte w\\u00e4hlen Sie zuerst eine Gr\\u00f6\\u00dfe aus!');return false}}return true}}</SCRIPT>
<FORM METHOD="post" ACTION="/korb.php" onsubmit="return pruef(this)"><INPUT TYPE="hidden" NAME="nr" VALUE="{i}">
{options}<BR>Anzahl
<INPUT NAME="anz" SIZE="2" VALUE="1"> <INPUT TYPE="submit" VALUE="in den Warenkorb"></FORM>""",
        )

    def basket(self, request: Request) -> Response:
        """Take a sign, or show the cart."""
        wk = request.session.setdefault("wk", [])
        if request.method == "POST":
            nr, size = request.form.get("nr", ""), request.form.get("gr", "")
            if not nr.isdigit() or int(nr) >= len(SIGNS) or size not in SIZES:
                return self.frame(
                    request,
                    "Fehler: keine Gr&ouml;&szlig;e gew&auml;hlt. <A HREF='javascript:history.back()'>zur&uuml;ck</A>",
                )
            n = request.form.get("anz", "1")
            wk.append((int(nr), size, int(n) if n.isdigit() else 1))
            return redirect(f"/detail.php?nr={nr}", 302)
        if request.query.get("leer"):
            wk.clear()
        if not wk:
            return self.frame(request, "<H2>Warenkorb</H2>Ihr Warenkorb ist leer.")
        trs = "".join(
            f"<TR><TD>{n} x</TD><TD>{SIGNS[i][0]} ({SIZES[g]})</TD><TD>{dm(SIGNS[i][1] * int(g) * n)}</TD></TR>"
            for i, g, n in wk
        )
        total = sum(SIGNS[i][1] * int(g) * n for i, g, n in wk)
        return self.frame(
            request,
            f"""<H2>Warenkorb</H2><TABLE BORDER="1" CELLPADDING="5" WIDTH="100%">{trs}</TABLE><P>Summe: <B>{dm(total)}
</B></P>
<A HREF="/korb.php?leer=1">Warenkorb leeren</A> <FORM METHOD="get" ACTION="/bestellen.php"><INPUT TYPE="submit"
VALUE="zur Bestellung &gt;&gt;">
</FORM>""",
        )

    def order(self, request: Request) -> Response:
        """Show the order form or take the order."""
        wk = request.session.get("wk", [])
        if not wk:
            return redirect("/korb.php", 302)
        if request.method == "POST":
            self.orders += 1
            wk.clear()
            return self.frame(request, "<H2>Danke!</H2>Ihre Bestellung ist eingegangen.")
        trs = "".join(
            f'<TR><TD>{t}</TD><TD><INPUT NAME="f{k}" SIZE="28"></TD></TR>'
            for k, t in enumerate(["Name", "Stra&szlig;e", "PLZ", "Ort", "Telefon", "E-Mail"])
        )
        return self.frame(
            request,
            f"""<H2>Bestellung</H2><FORM METHOD="post" ACTION="/bestellen.php"><TABLE>{trs}<TR><TD>Zahlung</TD><TD>
<SELECT NAME="z">
<OPTION>Vorkasse (&Uuml;berweisung)<OPTION>Nachnahme<OPTION>Rechnung</SELECT></TD></TR><TR><TD>Bemerkung</TD><TD>
<TEXTAREA NAME="b" ROWS="3"
COLS="26"></TEXTAREA></TD></TR></TABLE><INPUT TYPE="submit" VALUE="Bestellung absenden"></FORM>""",
        )
