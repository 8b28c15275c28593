using System.Globalization;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Who holds the account, and in what terms the two largest givers promised: a subsidy that rises, and homes that bind.</summary>
public sealed partial class Story
{
    /// <summary>The places of Woonstichting Thuis; a section of the first and one of the third round are for plans there.</summary>
    private static readonly string[] Complexes = ["De Brug", "Lindeplein", "Spreeuwstraat"];

    private async Task Agree()
    {
        var at = today.AddDays(-397);
        var holder = new HolderForm
        {
            Kind = nameof(HolderKind.Foundation), Name = "Stichting Wijkfonds De Oosterhoek", Kvk = "90000017", Rsin = "123456782",
            Board = "Voorzitter: Fatima\nSecretaris: Piet\nPenningmeester: Tineke Pel",
            PayPolicy = "Het bestuur krijgt geen betaling. Onkosten worden vergoed met een bonnetje.",
            Complaints = "Stuur een brief naar Buurthuis De Brug, Brugstraat 2, of mail naar klacht@demonstratie.example.",
        };
        await Do(at, async db => await SettingHolder.Propose(db, Get<Deciding>(), await As(db, Players.Member, at), at, fund.Id, holder));
        await AgreeAll(at.AddHours(2), Players.Second, DecisionKind.SetHolder);

        var earmark = new EarmarkForm { Name = "Rond de huizen van Thuis", Places = Places(Complexes), WholePercent = "30" };
        await Do(at, async db => await Get<EnterEarmark>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, 2, Guid.NewGuid(), earmark));
        await AgreeAll(at.AddHours(3), Players.Member, DecisionKind.ConfirmEarmark);

        await Promise(at, 1, new()
        {
            Legal = nameof(LegalForm.Subsidy), Amount = "80.000", Indexation = "2", Reference = "Z-114-De Oosterhoek", Notice = "12",
            Conditions = "Bewoners beslissen. Elk jaar een verslag van wat het geld deed.", ReportBy = today.AddDays(120).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        await Promise(at, 2, new() { Legal = nameof(LegalForm.Gift), Amount = "20.000", Earmark = "1", Reference = "Leefbaarheid rond onze huizen", Notice = "6" });
        await Promise(at, 2, new() { Legal = nameof(LegalForm.Gift), Amount = "30.000", Reference = "Bijdrage wijkfonds", Notice = "6" });
        await AgreeAll(at.AddHours(6), Players.Second, DecisionKind.ConfirmAgreement);
    }

    /// <summary>For four years, paid once a year, the first time when the first deposits came.</summary>
    private Task<Agreement> Promise(DateTimeOffset at, int contributor, AgreementForm form) => Do(at, async db =>
    {
        var first = Local(today.AddDays(-391));
        (form.FirstYear, form.Years, form.PerYear, form.Start) = (Text(first.Year), "4", "1", first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return await Get<EnterAgreement>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, contributor, Guid.NewGuid(), form);
    });

    /// <summary>The part of a round that is only for plans at the homes of one giver, so that its earmarked money can go there.</summary>
    private static void OnlyAtComplexes(Round round)
    {
        var section = round.Sections[^1];
        (section.Area, section.Complexes) = (SectionArea.Complexes, string.Join('\n', Complexes));
    }
}
