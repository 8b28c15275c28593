using System.Globalization;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements;

/// <summary>What the sheet and its download have in common: for who represents the organisation, members and the audit committee.</summary>
public abstract class StatementPage : FundPage
{
    public Statement Statement { get; private set; } = null!;

    /// <summary>False where this person may not see it, or where it is not there.</summary>
    protected async Task<bool> Load(int number)
    {
        int? year = null;
        if (Request.Query["jaar"].ToString() is { Length: > 0 } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
            year = read;
        }
        if (await Statements.Statement.Of(Db, number, year) is not { } statement || !Viewer.MaySee(statement.Contributor.Id)) return false;
        Statement = statement;
        return true;
    }
}
