using System.Text.Json;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>A result is confirmed: the awards are booked.</summary>
public sealed partial class Story
{
    /// <summary>Who is paid, on numbers that banks use as examples: no real accounts.</summary>
    private static readonly (string Name, string Iban)[] Payees =
    [
        ("Bouwmarkt Van Dam", "NL91ABNA0417164300"), ("Buurthuis De Brug", "NL20INGB0001234567"), ("Hoveniersbedrijf Groen & Zn.", "NL02ABNA0123456789"), ("Sportwinkel Oost", "NL39RABO0300065264"),
    ];

    private async Task Confirm(Round round, DateTimeOffset at)
    {
        var decision = await Do(at, async db => await Get<Deciding>().Propose(db, await As(db, Players.Member, at), at, DecisionKind.ConfirmResult, round.Id, round.Name,
            $"/rondes/{round.Number}/uitslag", JsonSerializer.Serialize(new ResultTerms(false, ""))));
        await Agree(at.AddHours(2), decision, Players.Second);
    }
}
