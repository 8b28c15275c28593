using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds;

/// <summary>The fund's own rules about money, for anybody to read; the treasurer proposes others.</summary>
[AllowAnonymous]
public sealed class RulesModel : FundPage
{
    [BindProperty(Name = "iban")] public string? IbanTyped { get; set; }
    [BindProperty(Name = "holder")] public string? Holder { get; set; }
    [BindProperty(Name = "limit-a")] public string? LimitA { get; set; }
    [BindProperty(Name = "limit-b")] public string? LimitB { get; set; }
    [BindProperty(Name = "share")] public string? Share { get; set; }
    [BindProperty(Name = "cash")] public string? Cash { get; set; }

    public MoneyRules Rules { get; private set; } = null!;
    public int? Proposed { get; private set; }
    public bool MayPropose => Treasury.Bar(Viewer) is null && Proposed is null;

    public async Task OnGet()
    {
        await Load();
        (IbanTyped, Holder, LimitA, LimitB) = (Rules.Iban, Rules.Holder, Rules.LimitA.ToForm(), Rules.LimitB.ToForm());
        (Share, Cash) = (Rules.AllianceShare.ToString(System.Globalization.CultureInfo.InvariantCulture), Rules.CashMaximum.ToForm());
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var proposed = await Work.Run(db => Get<SettingMoneyRules>().Propose(db, Get<Deciding>(), Viewer, Now, Fund, new(IbanTyped, Holder, LimitA, LimitB, Share, Cash)));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed("/geld/regels", "moneyrules.proposed");
    }

    private async Task Load()
    {
        Rules = await MoneyRules.Of(Db, Fund.Id);
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.SetMoneyRules && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
    }
}
