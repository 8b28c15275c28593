using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Panels;

/// <summary>What every page about a draw starts from: the round that this person may see, and its panel if there is one.</summary>
public abstract class PanelPage : FundPage
{
    public Round Round { get; private set; } = null!;
    public Panel? Panel { get; private set; }

    public PanelStage? Stage => Panel?.StageAt(Now);
    public string Home => $"/rondes/{Round.Number}/loting";
    /// <summary>This person's own place on the list.</summary>
    public Candidate? Mine => Viewer.AccountId is { } me ? Panel?.Pool.SingleOrDefault(c => c.AccountId == me) : null;

    /// <summary>False where the round does not exist, or is a draft that only members see.</summary>
    protected async Task<bool> Load(int number)
    {
        if (await Db.RoundForPanel(number) is not { } round || (round.PhaseAt(Now) == Phase.Draft && !Viewer.IsMember)) return false;
        Round = round;
        Panel = await Db.PanelOf(round.Id);
        return true;
    }

    /// <summary>The same, for pages on which there has to be a panel.</summary>
    protected async Task<bool> LoadPanel(int number) => await Load(number) && Panel is not null;

    /// <summary>The announcement or the outcome that waits for a second member.</summary>
    protected async Task<DecisionLine?> OpenDecision() =>
        await DecisionLine.Query(Db).Where(d => d.Subject == Panel!.Id && d.CarriedAt == null && d.DroppedAt == null).OrderBy(d => d.Number).FirstOrDefaultAsync()
            is { } decision ? DecisionLine.Brief(decision, T) : null;
}
