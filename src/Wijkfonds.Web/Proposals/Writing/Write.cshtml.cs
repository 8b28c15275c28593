using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>The plan form in five steps, saved at each. Only its maker finds it.</summary>
public sealed class WriteModel : FundPage
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public Proposal Plan { get; private set; } = null!;
    public int Step { get; private set; }
    /// <summary>Why it can only be looked at.</summary>
    public Refusal? Closed { get; private set; }

    public Round Round => Plan.Round;
    public string At(int step) => Here($"/mijn/plannen/{Plan.Handle}/{step}");
    public IReadOnlyList<MissingPart> MissingParts => PlanParts.Missing(Plan, Round);
    public int Rows => Math.Max(3, Math.Max(Form.What.Length, Form.Amount.Length));
    public Cents Sum => Form.Amount.Select(Cents.Read).OfType<Cents>().Aggregate(Cents.Zero, (sum, amount) => sum + amount);

    public async Task<IActionResult> OnGet(string handle, int step)
    {
        if (!await Load(handle, step)) return NotFound();
        if (Closed is not null && Plan.IsSubmitted) return LocalRedirect(PublicPage);
        if (Closed is not null && step != PlanParts.LastStep) return LocalRedirect(At(PlanParts.LastStep));
        Form = PlanForm.Of(Plan, Round, T.Money);
        return Page();
    }

    public async Task<IActionResult> OnPost(string handle, int step, string? act)
    {
        if (!await Load(handle, step)) return NotFound();
        if (step == 3 && Rearranged(act)) return IsPartial ? Partial("_CostRows", this) : Page();
        if (step == PlanParts.LastStep) return await Submit(handle);
        var saved = await Work.Run(db => Drafting.Save(db, Viewer.AccountId!.Value, handle, step, Form, Now));
        if (saved.Refused) return Refused(saved.Refusal);
        Plan = saved.Value;
        if (act == "later") return Confirmed("/mijn", "plan.kept");
        if (act == "back") return LocalRedirect(At(Math.Max(1, step - 1)));
        // It is kept, and told at once: who reads it at the end has to come back for it.
        if (step == 3 && PlanParts.Affordable(Plan, Round) is { } money) return Refused(money);
        return LocalRedirect(At(step + 1));
    }

    private async Task<IActionResult> Submit(string handle)
    {
        var sent = await Work.Run(db => Get<Submission>().Submit(db, Viewer.AccountId!.Value, handle, Form, Now));
        if (sent.Refused) return Refused(sent.Refusal);
        Plan = sent.Value;
        return Confirmed($"/rondes/{Round.Number}/plannen/{Plan.Number}", "plan.sent", Plan.Number!.Value, Round.VotingOpens);
    }

    private string PublicPage => Here($"/rondes/{Round.Number}/plannen/{Plan.Number}");

    private bool IsPartial => Request.Headers["HX-Request-Type"] == "partial";

    private async Task<bool> Load(string handle, int step)
    {
        if (Viewer.AccountId is not { } account || await Db.Mine(account, handle) is not { } plan) return false;
        (Plan, Step, Closed) = (plan, step, WritingRules.MayChange(plan, plan.Round, Now));
        return true;
    }

    /// <summary>A row more or less, without saving: nothing typed is lost, nothing half-typed is refused.</summary>
    private bool Rearranged(string? act)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => (What: Form.What.ElementAtOrDefault(i), Amount: Form.Amount.ElementAtOrDefault(i))).ToList();
        if (act == "add")
        {
            if (rows.Count < PlanLimits.CostLines) rows.Add((null, null));
        }
        else if (act?.StartsWith("remove-", StringComparison.Ordinal) == true && int.TryParse(act.AsSpan(7), out var gone))
        {
            if (gone >= 0 && gone < rows.Count) rows.RemoveAt(gone);
        }
        else return false;
        (Form.What, Form.Amount) = ([.. rows.Select(r => r.What)], [.. rows.Select(r => r.Amount)]);
        return true;
    }
}
