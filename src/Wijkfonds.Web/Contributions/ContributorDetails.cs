using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>What an organisation is called, what it is, and whom there we write to.</summary>
public sealed record ContributorDetails(string Name, ContributorKind Kind, string Contact, string Email)
{
    public static ContributorDetails Of(Contributor contributor) => new(contributor.Party.Name, contributor.Kind, contributor.Party.Contact, contributor.Party.Email);

    /// <summary>Contact and address may stay empty.</summary>
    public static Outcome<ContributorDetails> Read(string? name, string? kind, string? contact, string? email)
    {
        var called = Typed.Needed(name, "name", EnterContributor.LongestName, "Contributor.Name");
        if (called.Refused) return called.Refusal;
        if (!Enum.GetNames<ContributorKind>().Contains(kind)) return new Missing("kind", "Contributor.Kind");
        var person = Typed.Line(contact, "contact", 200);
        if (person.Refused) return person.Refusal;
        var address = Typed.Line(email, "email", 254);
        if (address.Refused) return address.Refusal;
        if (address.Value.Length > 0 && !address.Value.Contains('@', StringComparison.Ordinal)) return new Missing("email", "Contributor.Email");
        return new ContributorDetails(called.Value, Enum.Parse<ContributorKind>(kind!), person.Value, address.Value);
    }

    /// <summary>Two organisations with one name cannot be told apart.</summary>
    /// <param name="but">The organisation that asks; null for a new one.</param>
    public async Task<Refusal?> Taken(WijkfondsContext db, Guid? but = null)
    {
        var names = await db.Set<Contributor>().Where(c => c.Id != but).Select(c => new { c.Number, c.Party.Name }).ToListAsync();
        return names.FirstOrDefault(n => n.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)) is { } same ? new ContributorExists(same.Number) : null;
    }

    /// <summary>The kind says where a giver's money stands in the annual accounts, also of years that are closed: it stays once money was booked.</summary>
    public async Task<Refusal?> KindBars(WijkfondsContext db, Contributor contributor) =>
        Kind != contributor.Kind && await db.Set<Deposit>().AnyAsync(d => d.ContributorId == contributor.Id && d.EntrySequence != null) ? new KindIsInTheBook() : null;
}
