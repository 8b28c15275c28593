using System.Text.Json.Serialization;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>
/// What a decision changes of who an organisation is; null stays as it is, empty is cleared. A name that was stays readable.
/// Of the person we write to only what is proposed is kept, and only until it is decided: then it stands with the organisation.
/// </summary>
/// <param name="Contacts">What was decided about the person we write to is done, and what it was is kept here no more.</param>
public sealed record DetailsChange(string? NewName = null, string? WasName = null, ContributorKind? NewKind = null, ContributorKind? WasKind = null,
    string? NewContact = null, string? NewEmail = null, bool Contacts = false)
{
    public static DetailsChange Of(ContributorDetails was, ContributorDetails now) => new(
        now.Name == was.Name ? null : now.Name, now.Name == was.Name ? null : was.Name, now.Kind == was.Kind ? null : now.Kind, now.Kind == was.Kind ? null : was.Kind,
        now.Contact == was.Contact ? null : now.Contact, now.Email == was.Email ? null : now.Email);

    [JsonIgnore] public bool IsEmpty => this == new DetailsChange();

    private bool OfContacts => Contacts || NewContact is not null || NewEmail is not null;

    public ContributorDetails On(ContributorDetails was) => new(NewName ?? was.Name, NewKind ?? was.Kind, NewContact ?? was.Contact, NewEmail ?? was.Email);

    /// <summary>As it is kept once it is decided.</summary>
    public DetailsChange Decided() => this with { Contacts = OfContacts, NewContact = null, NewEmail = null };

    /// <summary>For the title of a decision, which everybody reads.</summary>
    public IEnumerable<string> InTitle(Words words)
    {
        if (NewName is not null) yield return words["contributor.with-name", NewName];
        if (NewKind is not null) yield return words["contributor.with-kind"];
        if (OfContacts) yield return words["contributor.with-contact"];
    }

    /// <summary>For who decides, who sees the person we write to now.</summary>
    public IEnumerable<string> Explain(ContributorDetails now, Words words)
    {
        if (NewName is not null) yield return words["contributor.explain.name", WasName!, NewName];
        if (NewKind is { } kind) yield return words["contributor.explain.kind", WasKind!, kind];
        if (NewContact is not null) yield return words["contributor.explain.contact", Said(now.Contact, words), Said(NewContact, words)];
        if (NewEmail is not null) yield return words["contributor.explain.email", Said(now.Email, words), Said(NewEmail, words)];
        if (Contacts) yield return words["contributor.explain.contacts"];
    }

    private static string Said(string value, Words words) => value.Length > 0 ? value : words["contributor.explain.nobody"];
}
