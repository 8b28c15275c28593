using System.Globalization;
using System.Text.RegularExpressions;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>How one bank's rows become lines. The columns are those that FORMATS names; a row that does not fit breaks the file.</summary>
internal sealed partial class CsvFormat
{
    private readonly Dictionary<string, int> columns;
    private char point = ',';

    private CsvFormat(BankFormat bank, bool hasHeader, IEnumerable<string> names)
    {
        (Bank, HasHeader) = (bank, hasHeader);
        columns = names.Select((name, i) => (name, i)).GroupBy(c => c.name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().i, StringComparer.OrdinalIgnoreCase);
    }

    public BankFormat Bank { get; }
    public bool HasHeader { get; }

    public static CsvFormat? Of(IReadOnlyList<string> first)
    {
        bool Has(params string[] names) => names.All(name => first.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (Has("IBAN/BBAN", "Volgnr", "Bedrag")) return new(BankFormat.Rabobank, true, first);
        if (Has("Rekening", "Af Bij", "Bedrag (EUR)", "Mededelingen")) return new(BankFormat.Ing, true, first);
        if (Has("Account", "Debit/credit", "Amount (EUR)", "Notifications")) return new(BankFormat.Ing, true, first.Select(English));
        if (Has("Date", "Interest Date", "Amount", "Counterparty")) return new(BankFormat.Bunq, true, first);
        if (Has("Boekdatum", "Bedrag") && (Has("Debet/Credit") || Has("Credit/Debet"))) return new(BankFormat.Triodos, true, first.Select(Older));
        if (Has("Rekeningnummer", "Transactiedatum", "Transactiebedrag")) return new(BankFormat.AbnAmro, true, first);
        if (first.Count is >= 8 and <= 9 && Digits8().IsMatch(first[2]) && first[1] == "EUR")
            return new(BankFormat.AbnAmro, false, ["Rekeningnummer", "Muntsoort", "Transactiedatum", "Beginsaldo", "Eindsaldo", "Rentedatum", "Transactiebedrag", "Omschrijving"]);
        if (first.Count is 8 or 9 && DutchDay().IsMatch(first[0]) && first[3] is "Debet" or "Credit")
            return new(BankFormat.Triodos, false, ["Boekdatum", "Rekeningnummer", "Bedrag", "Debet/Credit", "Naam tegenrekening", "Tegenrekening", "Code", "Omschrijving", "Saldo"]);
        return null;
    }

    private static string English(string name) => name switch
    {
        "Date" => "Datum", "Name / Description" => "Naam / Omschrijving", "Account" => "Rekening", "Counterparty" => "Tegenrekening", "Debit/credit" => "Af Bij",
        "Amount (EUR)" => "Bedrag (EUR)", "Notifications" => "Mededelingen", "Resulting balance" => "Saldo na mutatie", _ => name,
    };

    private static string Older(string name) => name switch { "Rekening" => "Rekeningnummer", "Credit/Debet" => "Debet/Credit", _ => name };

    public IEnumerable<(string Account, StatementLine Line)> Read(IEnumerable<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        var all = rows.ToList();
        // bunq writes either way: one amount with a comma before its cents decides for the file.
        if (Bank == BankFormat.Bunq) point = all.Any(r => CommaCents().IsMatch(Cell(r.Cells, "Amount"))) ? ',' : '.';
        return all.Select(r => Row(r.Line, r.Cells));
    }

    private (string Account, StatementLine Line) Row(int at, IReadOnlyList<string> cells)
    {
        string C(string name) => Cell(cells, name);
        switch (Bank)
        {
            case BankFormat.Rabobank:
                if (C("Munt") is { Length: > 0 } currency and not "EUR") throw new BrokenLine(at, new BankFileNotEuro(currency));
                return (Plain(C("IBAN/BBAN")), new(Day(C("Datum"), "yyyy-MM-dd", at), Day(C("Rentedatum") is { Length: > 0 } d ? d : C("Datum"), "yyyy-MM-dd", at),
                    Amount(C("Bedrag"), at), C("Naam tegenpartij"), Plain(C("Tegenrekening IBAN/BBAN")), Join(C("Omschrijving-1"), C("Omschrijving-2"), C("Omschrijving-3"), C("Betalingskenmerk")))
                {
                    BankReference = C("Volgnr"), EndToEnd = Given(C("Transactiereferentie")), Batch = C("Batch ID"), ReturnReason = C("Reden retour"), BalanceAfter = Balance(C("Saldo na trn"), at),
                });
            case BankFormat.Ing:
                var day = Day(C("Datum"), "yyyyMMdd", at);
                var incoming = C("Af Bij").ToUpperInvariant() switch { "BIJ" or "CREDIT" => true, "AF" or "DEBIT" => false, _ => throw new BrokenLine(at) };
                var said = C("Mededelingen");
                return (Plain(C("Rekening")), new(day, day, incoming ? Amount(C("Bedrag (EUR)"), at) : -Amount(C("Bedrag (EUR)"), at), C("Naam / Omschrijving"), Plain(C("Tegenrekening")), said)
                {
                    EndToEnd = Given(Kenmerk().Match(said).Groups[1].Value), BalanceAfter = Balance(C("Saldo na mutatie") is { Length: > 0 } after ? after : C("Saldo na trn"), at),
                });
            case BankFormat.AbnAmro:
                var text = C("Omschrijving");
                return (Plain(C("Rekeningnummer")), new(Day(C("Transactiedatum"), "yyyyMMdd", at), Day(C("Rentedatum") is { Length: > 0 } v ? v : C("Transactiedatum"), "yyyyMMdd", at),
                    Amount(C("Transactiebedrag"), at), Found(AbnName(), text), Plain(Found(AbnIban(), text)), SquareSpaces().Replace(text, " "))
                {
                    EndToEnd = Given(Found(AbnReference(), text)), BalanceAfter = Balance(C("Eindsaldo"), at),
                });
            case BankFormat.Triodos:
                var paidIn = C("Debet/Credit").ToUpperInvariant() switch { "CREDIT" => true, "DEBET" => false, _ => throw new BrokenLine(at) };
                var on = Day(C("Boekdatum"), "dd-MM-yyyy", at);
                return (Plain(C("Rekeningnummer")), new(on, on, paidIn ? Amount(C("Bedrag"), at) : -Amount(C("Bedrag"), at), C("Naam tegenrekening"), Plain(C("Tegenrekening")), C("Omschrijving"))
                {
                    BalanceAfter = Balance(C("Saldo"), at),
                });
            default:
                return (Plain(C("Account")), new(Day(C("Date"), "yyyy-MM-dd", at), Day(C("Interest Date") is { Length: > 0 } i ? i : C("Date"), "yyyy-MM-dd", at),
                    Amount(C("Amount"), at), C("Name"), Plain(C("Counterparty")), C("Description")));
        }
    }

    private string Cell(IReadOnlyList<string> cells, string name) => columns.TryGetValue(name, out var at) && at < cells.Count ? cells[at] : "";

    private static DateOnly Day(string text, string shape, int at) =>
        DateOnly.TryParseExact(text, shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new BrokenLine(at);

    private Cents? Balance(string text, int at) => text.Length == 0 ? null : Amount(text, at);

    private Cents Amount(string text, int at)
    {
        // The other sign only parts thousands: "-12.50" in a list with commas is no 1,250 euros, and nobody guesses.
        var between = point == ',' ? "." : ",";
        if (text.Contains(between, StringComparison.Ordinal) && !(point == ',' ? DutchThousands() : EnglishThousands()).IsMatch(text)) throw new BrokenLine(at);
        var number = text.Replace(between, "", StringComparison.Ordinal).Replace(point, '.');
        return number.Length <= 16 && decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && BankReader.Cents(amount) is { } cents ? cents : throw new BrokenLine(at);
    }

    private static string Plain(string account) => account.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
    private static string Given(string reference) => reference.ToUpperInvariant() is "NOTPROVIDED" or "NOT PROVIDED" ? "" : reference;
    private static string Join(params string[] parts) => string.Join(' ', parts.Where(p => p.Length > 0));
    private static string Found(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups.Values.Skip(1).First(g => g.Success).Value.Trim() : "";

    [GeneratedRegex(@"^\d{8}$")] private static partial Regex Digits8();
    [GeneratedRegex(@"^\d{2}-\d{2}-\d{4}$")] private static partial Regex DutchDay();
    [GeneratedRegex(@",\d{2}$")] private static partial Regex CommaCents();
    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$")] private static partial Regex DutchThousands();
    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$")] private static partial Regex EnglishThousands();
    [GeneratedRegex(@"Kenmerk: (\S+)")] private static partial Regex Kenmerk();
    [GeneratedRegex(@"Naam: (.*?)(?= {2,}|Omschrijving:|Kenmerk:|$)|/NAME/([^/]*)")] private static partial Regex AbnName();
    [GeneratedRegex(@"IBAN: ?([A-Z]{2}[0-9]{2}[A-Z0-9]{8,30})|/IBAN/([^/]*)")] private static partial Regex AbnIban();
    [GeneratedRegex(@"Kenmerk: ?(\S+)|/EREF/([^/]*)")] private static partial Regex AbnReference();
    [GeneratedRegex(@"\s{2,}")] private static partial Regex SquareSpaces();
}
