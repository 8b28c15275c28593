using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Promises, entered by the treasurer and agreed by a second member. Each gives the refusal, where there is one.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>So much for one year, without a schedule; on top of one where there is.</summary>
    public Task<Refusal?> WithPledge(int contributor, int year, long euros) => Agreed<ChangeContributor, Contributor>(DecisionKind.ConfirmContributor, async (change, _, db, who) =>
        await change.Propose(db, who, Site.Clock.Now, contributor, new([(year, Text(euros))], OnTop: true)));

    /// <summary>So much a year, in instalments from the first of February.</summary>
    public Task<Refusal?> WithAgreement(int contributor, int firstYear, int years, long euros, string indexation = "", int perYear = 1) =>
        Agreed<EnterAgreement, Agreement>(DecisionKind.ConfirmAgreement, async (enter, _, db, who) => await enter.New(db, who, Site.Clock.Now, FundId, contributor, Guid.NewGuid(), new()
        {
            Legal = nameof(LegalForm.Gift), FirstYear = Text(firstYear), Years = Text(years), Amount = Text(euros), Indexation = indexation, PerYear = Text(perYear), Start = $"{firstYear}-02-01",
        }));

    public Task<Refusal?> WithEnd(int contributor, int agreement, DateOnly day) => Agreed<EndingAgreement, Decision>(DecisionKind.EndAgreement, async (end, deciding, db, who) =>
        await end.Propose(db, deciding, who, Site.Clock.Now, contributor, agreement, new(Day(day), null, "Bezuiniging")));

    public Task<Refusal?> WithFinal(int contributor, int agreement, long euros) => Agreed<FinalisingAgreement, Decision>(DecisionKind.FinaliseAgreement, async (final, deciding, db, who) =>
        await final.Propose(db, deciding, who, Site.Clock.Now, contributor, agreement, new(Day(DateOnly.FromDateTime(Site.Clock.Now.UtcDateTime)), Text(euros), "Lager vastgesteld")));

    private async Task<Refusal?> Agreed<TRule, T>(DecisionKind kind, Func<TRule, Deciding, WijkfondsContext, Viewer, Task<Outcome<T>>> act) where TRule : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var (services, who) = (scope.ServiceProvider, await Viewer(Treasurer));
        var proposed = await InOneWork(db => act(services.GetRequiredService<TRule>(), services.GetRequiredService<Deciding>(), db, who));
        return proposed.Refused ? proposed.Refusal : (await Second(kind)).Refusal;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
