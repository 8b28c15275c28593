using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation;

/// <summary>What every page about a result starts from: the round, as far as this person may see it.</summary>
public abstract class ResultPage : FundPage
{
    public Round Round { get; private set; } = null!;

    public string Path => $"/rondes/{Round.Number}/uitslag";
    public bool IsCounted => Round.Has(RoundActKind.Counted);

    /// <summary>False where the round does not exist, or is a draft that only members see.</summary>
    protected async Task<bool> Load(int number)
    {
        if (await Db.Set<Round>().AsNoTracking().Include(r => r.Sections).Include(r => r.Acts).AsSplitQuery().SingleOrDefaultAsync(r => r.Number == number)
            is not { } round || (round.PhaseAt(Now) == Phase.Draft && !Viewer.IsMember)) return false;
        Round = round;
        return true;
    }
}
