using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>The treasurer enters what an organisation agreed to; it counts once a second member read it.</summary>
public sealed class EnterAgreement(Deciding deciding, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice enters one agreement.</param>
    public async Task<Outcome<Agreement>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int number, Guid form, AgreementForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Agreement>().IgnoreQueryFilters().SingleOrDefaultAsync(a => a.Id == form) is { } before)
            return before.FundId == fund ? before : new NotFoundHere();
        if (await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number) is not { } contributor) return new NotFoundHere();
        if (contributor.ConfirmedAt is null) return new ContributorNotConfirmed();
        var read = await Read(db, now, contributor, form, typed);
        if (read.Refused) return read.Refusal;
        var agreement = read.Value;
        db.Add(agreement);
        // Saved first: who stands aside is asked of the agreement as it stands.
        await db.SaveChangesAsync();
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.ConfirmAgreement, agreement.Id,
            words["agreement.about", contributor.Party.Name, agreement.Form, agreement.Promised], $"/bijdragers/{number}/toezeggingen/{agreement.Number}");
        return decision.Refused ? decision.Refusal : agreement;
    }

    private static async Task<Outcome<Agreement>> Read(WijkfondsContext db, DateTimeOffset now, Contributor contributor, Guid form, AgreementForm typed)
    {
        if (!Enum.GetNames<LegalForm>().Contains(typed.Legal)) return new Missing("Legal", "Agreement.Form");
        var reference = Typed.Line(typed.Reference, "Reference", 140);
        if (reference.Refused) return reference.Refusal;
        var conditions = Typed.Paragraphs(typed.Conditions);
        if (conditions.Length > 2000) return new LineTooLong("Conditions", 2000);
        DateOnly? report = null;
        if (!string.IsNullOrWhiteSpace(typed.ReportBy) && (report = AgreementForm.Day(typed.ReportBy)) is null) return new Missing("ReportBy", "Agreement.ReportBy");
        var notice = string.IsNullOrWhiteSpace(typed.Notice) ? 0 : AgreementForm.Whole(typed.Notice);
        if (notice is not (>= 0 and <= 60)) return new Missing("Notice", "Agreement.Notice");
        Guid? earmark = null;
        if (!string.IsNullOrEmpty(typed.Earmark))
        {
            var wanted = AgreementForm.Whole(typed.Earmark);
            earmark = await db.Set<Earmark>().Where(e => e.ContributorId == contributor.Id && e.Number == wanted && e.ConfirmedAt != null).Select(e => (Guid?)e.Id).SingleOrDefaultAsync();
            if (earmark is null) return new Missing("Earmark", "Agreement.Earmark");
        }
        var terms = typed.Terms(await Book.Today(db, now, contributor.FundId));
        if (terms.Refused) return terms.Refusal;
        if (terms.Value.All.Aggregate(Cents.Zero, (sum, t) => sum + t.Amount) > Book.Largest) return new Missing("Amount", "Agreement.TooLarge");
        var agreement = new Agreement
        {
            Id = form, FundId = contributor.FundId, ContributorId = contributor.Id, Contributor = contributor, Form = Enum.Parse<LegalForm>(typed.Legal!),
            Number = 1 + (await db.Set<Agreement>().Where(a => a.ContributorId == contributor.Id).MaxAsync(a => (int?)a.Number) ?? 0),
            Reference = reference.Value, Conditions = conditions, ReportBy = report, NoticeMonths = notice.Value, EarmarkId = earmark, EnteredAt = now,
            Indexation = string.IsNullOrWhiteSpace(typed.Schedule) ? typed.Percent() ?? 0 : 0,
        };
        foreach (var term in terms.Value.All)
            agreement.Instalments.Add(new Instalment { FundId = agreement.FundId, Number = agreement.Instalments.Count + 1, Year = term.Year, DueOn = term.DueOn, Amount = term.Amount });
        return agreement;
    }
}
