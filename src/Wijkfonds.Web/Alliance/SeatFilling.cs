using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

/// <summary>Who comes on which seat until when; or, without an account, that a seat becomes vacant.</summary>
/// <param name="Number">0 is a new seat.</param>
public sealed record SeatFilling(Guid? Account,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Body>))] Body Body, int Number,
    [property: JsonConverter(typeof(JsonStringEnumConverter<SeatOrigin>))] SeatOrigin Origin,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Post>))] Post Post, string Organisation, DateTimeOffset Until)
{
    public const int LongestTerm = 4;

    public bool IsVacating => Account is null;

    /// <summary>May this person come on this seat now?</summary>
    public async Task<Refusal?> Check(WijkfondsContext db, DateTimeOffset now)
    {
        var held = await db.Set<Seat>().AsNoTracking().Where(s => s.AccountId != null && s.From <= now && now < s.Until).ToListAsync();
        var holder = held.SingleOrDefault(s => s.Body == Body && s.Number == Number);
        if (IsVacating) return holder is null ? new SeatIsVacant() : null;
        if (holder is not null) return new SeatIsTaken();
        if (Until <= now || Until > now.AddYears(LongestTerm)) return new TermOutOfRange(LongestTerm);
        if (Origin == SeatOrigin.Organisation && Organisation.Length == 0) return new Missing("Organisation", "Seat.Organisation");
        if (Post != Post.Member && Body != Body.Alliance) return new PostOfAlliance();
        var own = held.Where(s => s.AccountId == Account).ToList();
        if (own.Any(s => s.Body == Body)) return new SeatedAlready();
        // Who checks the books holds nothing else, and who holds something does not check the books.
        var audits = Body is Body.AuditCommittee or Body.Accountant;
        if (own.Any(s => s.Body is Body.AuditCommittee or Body.Accountant) || (audits && own.Count > 0)) return new AuditHoldsNothingElse();
        if (audits && await db.Set<Representative>().AnyAsync(r => r.AccountId == Account && r.From <= now && (r.Until == null || now < r.Until)))
            return new AuditHoldsNothingElse();
        if (audits && await Auditors.PlanOf(db, Account!.Value) is { } plan) return new PlanMakerChecksNothing(plan);
        if (await db.Set<Neighbours.Host>().AnyAsync(h => h.AccountId == Account)) return new HostTakesNoSeat();
        if (await db.Set<Account>().AnyAsync(a => a.Id == Account && a.ErasedAt != null)) return new AccountIsGone();
        return Body == Body.Alliance && Origin == SeatOrigin.Organisation ? Majority(held) : null;
    }

    /// <summary>Residents hold the majority, also after an organisation took a seat.</summary>
    private static ResidentsKeepMajority? Majority(List<Seat> held)
    {
        var organisations = held.Count(s => s.Body == Body.Alliance && s.Origin == SeatOrigin.Organisation) + 1;
        var residents = held.Count(s => s.Body == Body.Alliance && s.Origin != SeatOrigin.Organisation);
        return residents > organisations ? null : new ResidentsKeepMajority(residents, organisations);
    }
}

public abstract record SeatRefusal(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>No confirmed account with this e-mail address.</summary>
public sealed record NobodyWithThisEmail(string Email) : SeatRefusal("Email");

public sealed record SeatIsTaken() : SeatRefusal("Place");

public sealed record SeatIsVacant : Refusal;

/// <summary>This person has a seat at this table already.</summary>
public sealed record SeatedAlready() : SeatRefusal("Email");

public sealed record AuditHoldsNothingElse() : SeatRefusal("Email");

/// <summary>The host has no rights over money or votes.</summary>
public sealed record HostTakesNoSeat() : SeatRefusal("Email");

/// <summary>Erased between proposal and second voice.</summary>
public sealed record AccountIsGone() : SeatRefusal("Email");

public sealed record ResidentsKeepMajority(int Residents, int Organisations) : SeatRefusal("Origin");

public sealed record TermOutOfRange(int Years) : SeatRefusal("Until");

/// <summary>Chair and treasurer are posts of the alliance.</summary>
public sealed record PostOfAlliance() : SeatRefusal("Post");

/// <summary>Nobody decides on the own seat.</summary>
public sealed record NotForYourself : Refusal;
