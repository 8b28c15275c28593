using System.Globalization;
using System.Xml.Linq;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>The parts of a CAMT.053 statement, in the shapes of .02 and .08.</summary>
internal static class CamtEntry
{
    public static string Account(XElement account) => Clean(Text(account, "Id", "IBAN") is { Length: > 0 } iban ? iban : Text(account, "Id", "Othr", "Id"));

    public static (string Code, Cents Amount, DateOnly? Day) Balance(XElement balance, int line) =>
        (Text(balance, "Tp", "CdOrPrtry", "Cd"), Signed(balance, line), Day(Child(balance, "Dt")));

    /// <summary>Null for what is not booked.</summary>
    public static StatementLine? Line(XElement entry, string account, int line)
    {
        var state = Child(entry, "Sts");
        if ((Text(state, "Cd") is { Length: > 0 } code ? code : state?.Value.Trim()) != "BOOK") return null;
        var amount = Signed(entry, line);
        var booked = Day(Child(entry, "BookgDt")) ?? Day(Child(entry, "ValDt")) ?? throw new BrokenLine(line);
        var details = entry.Elements().Where(e => e.Name.LocalName == "NtryDtls").ToList();
        var single = details.SelectMany(d => Children(d, "TxDtls")).ToList();
        var parts = single.Select(d => Part(d, amount < Cents.Zero, account, line)).ToList();
        var one = parts.Count == 1 ? parts[0] : new StatementPart(null, "", "", "", "");
        var added = Text(entry, "AddtlNtryInf");
        return new(booked, Day(Child(entry, "ValDt")) ?? booked, amount, one.Name, one.Iban, one.Text.Length > 0 || parts.Count > 1 ? one.Text : added)
        {
            BankReference = Reference(Text(entry, "AcctSvcrRef")), EndToEnd = one.EndToEnd,
            Batch = details.Select(d => Text(d, "Btch", "PmtInfId")).Concat(single.Select(d => Text(d, "Refs", "PmtInfId")))
                .Concat(details.Select(d => Text(d, "Btch", "MsgId"))).Concat(single.Select(d => Text(d, "Refs", "MsgId"))).Select(Reference).FirstOrDefault(b => b.Length > 0) ?? "",
            Code = Code(Child(Child(entry, "BkTxCd"), "Domn")),
            ReturnReason = single.Select(d => Text(d, "RtrInf", "Rsn", "Cd")).FirstOrDefault(r => r.Length > 0) ?? "",
            Parts = parts.Count > 1 ? parts : [],
        };
    }

    private static string Code(XElement? domain) => Text(domain, "Cd") is { Length: > 0 } code ? $"{code}/{Text(domain, "Fmly", "Cd")}/{Text(domain, "Fmly", "SubFmlyCd")}" : "";

    private static StatementPart Part(XElement details, bool paidOut, string own, int line)
    {
        var parties = Child(details, "RltdPties");
        var (creditor, debtor) = (Party("Cdtr"), Party("Dbtr"));
        // A returned payment still names us as its debtor: the other party is whoever we are not.
        var other = paidOut ? creditor : debtor.Iban == own && creditor.Name.Length + creditor.Iban.Length > 0 ? creditor : debtor;
        // What was paid abroad in other money was taken from the account in euros: that amount counts, where it is said.
        var amount = new[] { Child(details, "Amt"), Child(Child(Child(details, "AmtDtls"), "TxAmt"), "Amt") }.FirstOrDefault(a => a is not null && a.Attribute("Ccy")?.Value is null or "EUR");
        var remittance = Child(details, "RmtInf");
        var text = string.Join(' ', Children(remittance, "Ustrd").Select(e => e.Value.Trim())
            .Concat(Children(remittance, "Strd").Select(s => Text(s, "CdtrRefInf", "Ref"))).Where(t => t.Length > 0));
        return new(amount is null ? null : paidOut ? -Amount(amount, line) : Amount(amount, line), other.Name, other.Iban,
            text.Length > 0 ? text : Text(details, "AddtlTxInf"), Reference(Text(details, "Refs", "EndToEndId")));

        (string Name, string Iban) Party(string who)
        {
            var party = Child(parties, who);
            var name = Text(party, "Nm") is { Length: > 0 } flat ? flat : Text(party, "Pty", "Nm") is { Length: > 0 } nested ? nested : Text(party, "Agt", "FinInstnId", "Nm");
            return (name, Clean(Text(Child(parties, who + "Acct"), "Id", "IBAN")));
        }
    }

    private static Cents Signed(XElement holder, int line)
    {
        var amount = Amount(Child(holder, "Amt") ?? throw new BrokenLine(line), line);
        return Text(holder, "CdtDbtInd") switch { "CRDT" => amount, "DBIT" => -amount, _ => throw new BrokenLine(line) };
    }

    private static Cents Amount(XElement element, int line)
    {
        if (element.Attribute("Ccy")?.Value is { } currency && currency != "EUR") throw new BrokenLine(line, new BankFileNotEuro(currency.Length > 3 ? currency[..3] : currency));
        return decimal.TryParse(element.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && BankReader.Cents(amount) is { } cents ? cents : throw new BrokenLine(line);
    }

    private static DateOnly? Day(XElement? date)
    {
        var text = Text(date, "Dt") is { Length: > 0 } day ? day : Text(date, "DtTm");
        return text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    /// <summary>"NOTPROVIDED" is what banks write for nothing, and never a key.</summary>
    private static string Reference(string text) => text is "NOTPROVIDED" ? "" : text;

    private static string Clean(string iban) => iban.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static XElement? Child(XElement? element, string name) => Children(element, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement? element, string name) => element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    private static string Text(XElement? element, params string[] path) => path.Aggregate(element, Child)?.Value.Trim() ?? "";
}
