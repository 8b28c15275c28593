using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>
/// The lines that were read before. Within one bank's format a line is known by its key. A line of another format (the same
/// days as CSV and as CAMT) has another key, and is known by its day, amount and other account; where one of the two names
/// no other account, by day and amount. Each line that is there makes one line of a file known, never two.
/// </summary>
internal sealed class KnownLines
{
    private readonly HashSet<string> keys;
    private readonly List<Other> elsewhere;

    private sealed record Other(string Key, DateOnly Day, long Amount, string Iban);

    private KnownLines(HashSet<string> keys, List<Other> elsewhere) => (this.keys, this.elsewhere) = (keys, elsewhere);

    public static async Task<KnownLines> Of(WijkfondsContext db, BankContent content)
    {
        var (from, until) = (content.Statements.Min(s => s.From), content.Statements.Max(s => s.Until));
        var there = await (from line in db.Set<BankLine>()
                           join statement in db.Set<BankStatement>() on line.StatementId equals statement.Id
                           join file in db.Set<BankFile>() on statement.FileId equals file.Id
                           where line.BookedOn >= @from && line.BookedOn <= until
                           orderby line.Number
                           select new { line.Key, line.BookedOn, Amount = line.Amount.Value, line.Words.Iban, file.Format }).ToListAsync();
        return new([.. there.Select(l => l.Key)],
            [.. there.Where(l => Family(l.Format) != Family(content.Format)).Select(l => new Other(l.Key, l.BookedOn, l.Amount, l.Iban))]);
    }

    /// <summary>The lines of one list that are not there yet, in its order, each with its key.</summary>
    public IReadOnlyList<(StatementLine Line, string Key)> New(IReadOnlyList<StatementLine> read)
    {
        var named = read.Zip(LineKeys.Of(read)).ToList();
        // Without a reference of the bank two formats may say the very same: such a line makes no second one known.
        elsewhere.RemoveAll(o => named.Any(l => l.Second == o.Key));
        var left = named.Where(l => !keys.Contains(l.Second)).ToList();
        // First who surely is the same; then a line without another account may be any of that day and amount.
        left.RemoveAll(l => Take(o => o.Iban.Length > 0 && o.Iban == l.First.Iban, l.First));
        left.RemoveAll(l => Take(o => o.Iban.Length == 0 || l.First.Iban.Length == 0, l.First));
        foreach (var (_, key) in left) keys.Add(key);
        return left;
    }

    private bool Take(Func<Other, bool> fits, StatementLine line)
    {
        var at = elsewhere.FindIndex(o => o.Day == line.BookedOn && o.Amount == line.Amount.Value && fits(o));
        if (at < 0) return false;
        elsewhere.RemoveAt(at);
        return true;
    }

    /// <summary>Both versions of CAMT carry the bank's own references.</summary>
    private static BankFormat Family(BankFormat format) => format == BankFormat.Camt02 ? BankFormat.Camt08 : format;
}
