using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What reading a file came to: lines that are new, lines that were there already, and outgoing lines that nobody released.</summary>
/// <param name="Others">Accounts in the file that are not the fund's: nothing of them was kept.</param>
public sealed record BankImport(int File, int New, int Known, int Alarms, IReadOnlyList<string> Others);

/// <summary>Takes a bank's file into the fund: each line once, whatever comes twice. It books nothing.</summary>
public sealed class ReadingBank(BankAlarm alarm)
{
    /// <summary>Nobody's bank keeps lists of before; and what is valued some days ahead (a weekend, a machine whose clock is off) is still read.</summary>
    private const int FirstYear = 2000, DaysAhead = 31;

    /// <param name="sha256">The name under which the original was kept.</param>
    /// <param name="name">What the file was called when it was brought.</param>
    public async Task<Outcome<BankImport>> Take(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, string sha256, int bytes, BankContent content, string name = "")
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        var rules = await MoneyRules.Of(db, fund.Id);
        if (rules.Iban.Length == 0) return new BankAccountNotSet();
        var others = content.Statements.Where(s => !IsAccount(rules.Iban, s.Account)).Select(s => s.Account).Distinct().ToList();
        content = content with { Statements = [.. content.Statements.Where(s => IsAccount(rules.Iban, s.Account))] };
        if (content.Statements.Count == 0) return new BankAccountIsOther(others[0]);
        if (await Impossible(db, now, fund, content) is { } day) return new BankFileDay(day);
        if (await db.Set<BankFile>().SingleOrDefaultAsync(f => f.Sha256 == sha256) is { } before) return new BankFileReadBefore(before.Number, before.ReadAt);

        var file = new BankFile
        {
            FundId = fund.Id, Number = 1 + (await db.Set<BankFile>().MaxAsync(f => (int?)f.Number) ?? 0), Sha256 = sha256, Name = Cut(name, 120), Format = content.Format, Bytes = bytes,
            ReadAt = now, ReadBy = who.AccountId!.Value,
        };
        var number = await db.Set<BankLine>().MaxAsync(l => (int?)l.Number) ?? 0;
        var known = await KnownLines.Of(db, content);
        var lines = new List<BankLine>();
        var twice = 0;
        foreach (var (read, position) in content.Statements.Select((s, i) => (s, i + 1)))
        {
            var statement = new BankStatement
            {
                FundId = fund.Id, Position = position, Number = read.Number.Length > 60 ? read.Number[..60] : read.Number, From = read.From, Until = read.Until,
                Opening = read.Opening?.Value, Closing = read.Closing?.Value,
            };
            var fresh = known.New(read.Lines);
            twice += read.Lines.Count - fresh.Count;
            statement.Lines.AddRange(fresh.Select(f => Line(fund.Id, ++number, f.Line, f.Key)));
            lines.AddRange(statement.Lines);
            file.Statements.Add(statement);
        }
        db.Add(file);
        await db.SaveChangesAsync();
        return new BankImport(file.Number, lines.Count, twice, await alarm.Raise(db, now, fund, lines), others);
    }

    /// <summary>A day on which the bank cannot have booked: lines are final, so it must not come in.</summary>
    private static async Task<DateOnly?> Impossible(WijkfondsContext db, DateTimeOffset now, Fund fund, BankContent content)
    {
        var last = (await Book.Today(db, now, fund.Id)).AddDays(DaysAhead);
        return content.Statements.SelectMany(s => s.Lines.SelectMany(l => new[] { l.BookedOn, l.ValueDate }).Append(s.From).Append(s.Until))
            .Where(d => d.Year < FirstYear || d > last).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    /// <summary>Some banks give the account number without country and bank.</summary>
    public static bool IsAccount(string iban, string stated) =>
        stated == iban || (stated.Length is >= 7 and <= 10 && stated.All(char.IsAsciiDigit) && iban.EndsWith(stated.PadLeft(10, '0'), StringComparison.Ordinal));

    private static BankLine Line(Guid fund, int number, StatementLine line, string key)
    {
        var id = Guid.CreateVersion7();
        return new BankLine
        {
            Id = id, FundId = fund, Number = number, BookedOn = line.BookedOn, ValueDate = line.ValueDate, Amount = line.Amount, Key = key, Code = Cut(line.Code, 35),
            Words = new BankWords
            {
                LineId = id, FundId = fund, Name = Cut(line.Name, 140), Iban = Cut(line.Iban, 34), Text = Cut(line.Text, 1000), EndToEnd = Cut(line.EndToEnd, 70),
                Batch = Cut(line.Batch, 70), ReturnReason = Cut(line.ReturnReason, 70), Parts = line.Parts.Count == 0 ? "" : JsonSerializer.Serialize(line.Parts),
            },
        };
    }

    private static string Cut(string text, int most)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return clean.Length > most ? clean[..most] : clean;
    }
}

/// <summary>Nobody decided yet which account is the fund's.</summary>
public sealed record BankAccountNotSet : Refusal
{
    public override string? Field => "file";
}

/// <summary>The list is of another account than the fund's.</summary>
public sealed record BankAccountIsOther(string Account) : BankFileRefusal;

/// <summary>A line, or the list itself, is of a day on which no bank can have booked it.</summary>
public sealed record BankFileDay(DateOnly Day) : BankFileRefusal;

/// <summary>This very file was read before: nothing is done again.</summary>
public sealed record BankFileReadBefore(int Number, DateTimeOffset At) : Refusal
{
    public override string? Field => "file";
}
