using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Money that its giver bound, in the sections of a round.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>A confirmed earmark of the first organisation, or of the second (1).</summary>
    public async Task<Earmark> WithEarmark(string name, int giver = 0, string themes = "", string places = "", int percent = 0)
    {
        await using var db = Open();
        var earmark = new Earmark
        {
            FundId = FundId, ContributorId = Contributors[giver].Id, Number = 1 + db.Set<Earmark>().Count(e => e.ContributorId == Contributors[giver].Id),
            Name = name, Themes = themes, WholePercent = percent, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now,
        };
        earmark.Places.AddRange(PlaceList.Read(FundId, places).Places);
        await Site.Given(earmark);
        return earmark;
    }

    /// <summary>So much of an earmark's money arrived and is set apart for a section.</summary>
    public Task WithBound(Section section, Earmark earmark, long euros) => WithLayer(section, earmark.Id, euros, [new Admitted(earmark.Id)]);

    /// <summary>So much unbound money of an organisation arrived and is set apart for a section.</summary>
    public Task WithUnbound(Section section, long euros, int giver = 0) => WithLayer(section, Contributors[giver].PartyId, euros, []);

    private async Task WithLayer(Section section, Guid layer, long euros, IReadOnlyCollection<Admitted> admitted)
    {
        var outcome = await InOneWork(async db =>
        {
            var arrived = await Book.Deposit(db, Site.Clock.Now, FundId, Guid.NewGuid(), layer, Cents.Euros(euros), new(2027, 1, 2));
            return arrived.Refused ? arrived : await Book.Reserve(db, Site.Clock.Now, FundId, section.Id, Cents.Euros(euros), admitted);
        });
        if (outcome.Refused) throw new InvalidOperationException(outcome.Refusal.ToString());
    }
}
