using System.Text.Json;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Twelve residents put themselves forward; five are drawn by the numbers of a lottery.</summary>
public sealed partial class Story
{
    private const string Source = "De zes getallen en het reservegetal van de lottotrekking van die avond";

    private async Task Draw(Round round)
    {
        var closes = Day(-32, 20);
        var speaks = Day(-29, 21);
        var panel = await Do(today.AddDays(-41), async db =>
        {
            var made = Panel.For((await db.RoundForPanel(round.Number))!, seats: 5, reserve: 5, closes, today.AddDays(-41));
            if (!made.Refused) db.Add(made.Value);
            return made;
        });
        for (var i = 0; i < Makers; i++)
        {
            var name = i % 3 == 2 ? "" : MakerNames[i];
            var who = people[$"maker-{i}"].Id;
            await Do(today.AddDays(-40), async db => (await db.PanelOf(round.Id))!.Join(who, name, today.AddDays(-40)));
        }
        var at = today.AddDays(-31);
        var announced = await Do(at, async db =>
        {
            var draw = (await db.PanelOf(round.Id))!.Announce(AnnounceDraw.Reference(fund, panel), Source, speaks, at);
            if (draw.Refused) return draw.Refusal;
            return await Get<Deciding>().Propose(db, await As(db, Players.Member, at), at, DecisionKind.AnnounceDraw, panel.Id, round.Name, $"/rondes/{round.Number}/loting",
                JsonSerializer.Serialize(new DrawTerms(draw.Value.Source, speaks.Local, speaks.Zone, draw.Value.Hash())));
        });
        await Agree(at.AddHours(1), announced, Players.Second);
        at = today.AddDays(-28);
        var held = await Do(at, async db => await Get<Deciding>().Propose(db, await As(db, Players.Member, at), at, DecisionKind.HoldDraw, panel.Id, round.Name,
            $"/rondes/{round.Number}/loting", JsonSerializer.Serialize(new SaidTerms("4 11 17 23 38 42 reserve 9"))));
        await Agree(at.AddHours(1), held, Players.Second);
        await Do(today.AddDays(-26), async db =>
        {
            var drawn = (await db.PanelOf(round.Id))!;
            var seats = Seating.Of(drawn);
            // One declines, so that the first of the reserve moves up; three accept.
            foreach (var (standing, i) in seats.Take(4).Select((s, i) => (s, i)))
                if (Seating.Say(drawn, standing.Candidate.AccountId!.Value, accepts: i != 1, today.AddDays(-26)) is { Refusal: { } no }) return no;
            return (Outcome<Done>)Done.It;
        });
    }
}
