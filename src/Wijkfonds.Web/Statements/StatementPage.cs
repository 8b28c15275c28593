using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Demonstration;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>What the sheet and its downloads have in common: for who represents the organisation, members and the audit committee.</summary>
public abstract class StatementPage : FundPage
{
    public Statement Statement { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>"DEMONSTRATIE" where nothing is real; else empty.</summary>
    protected string Warning => Get<Stage>().IsSet ? T["demo.name"] : "";

    /// <summary>Why there is no such statement; null when it is loaded. What this person may not see is not there.</summary>
    protected async Task<Refusal?> Load(int number)
    {
        Today = await Book.Today(Db, Now, Fund.Id);
        var period = Period.Read(Request.Query, Today);
        if (period.Refusal is NotFoundHere gone) return gone;
        if (await Statements.Statement.Of(Db, Now, number, period.Value ?? Period.Everything(Today)) is not { } statement || !Viewer.MaySee(statement.Contributor.Id))
            return new NotFoundHere();
        Statement = statement;
        return period.Refusal;
    }

    /// <summary>The name of a downloaded file, without its ending.</summary>
    protected string FileName => $"overzicht-{Fund.Slug}-{Statement.Contributor.Number}-"
        + (Statement.Period.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? (Statement.Period.First is { } first ? $"{Period.Text(first)}-{Period.Text(Statement.Period.Last)}" : "alles"))
        + (Statement.Period.Known is { } known ? $"-bekend-{Period.Text(known)}" : "");

    /// <summary>The language of papers: letters that the font lacks are not printed.</summary>
    protected Words PaperWords => Get<Texts>().In(T.Language == "ar" ? Fund.Language : T.Language, Fund.Zone);

    /// <summary>Written to a file first: a download is whole, or it is not there.</summary>
    protected static FileStream Scratch() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
