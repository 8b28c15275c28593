using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements;

/// <summary>What the sheet and its downloads have in common: for who represents the organisation, members and the audit committee.</summary>
public abstract class StatementPage : FundPage
{
    public Statement Statement { get; private set; } = null!;
    public DateOnly Today { get; private set; }

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

    /// <summary>The whole address of a path below the fund, for who reads it elsewhere.</summary>
    protected string Address(string path) => Get<PublicAddress>().Of(Fund, path);

    /// <summary>The name of a downloaded file, without its ending.</summary>
    protected string FileName => $"overzicht-{Fund.Slug}-{Statement.Contributor.Number}-"
        + (Statement.Period.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? (Statement.Period.First is { } first ? $"{Period.Text(first)}-{Period.Text(Statement.Period.Last)}" : "alles"))
        + (Statement.Period.Known is { } known ? $"-bekend-{Period.Text(known)}" : "");
}
