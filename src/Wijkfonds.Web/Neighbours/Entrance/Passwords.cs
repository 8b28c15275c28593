using System.Net.Mail;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>What is asked of what people type about themselves: little, and said by name.</summary>
public static class Passwords
{
    public const int Shortest = 10;
    /// <summary>Longer words would only cost us time to hash.</summary>
    public const int Longest = 200;

    public static Refusal? Check(string? password, string? email, string field = "Password")
    {
        if (password is null || password.Length < Shortest) return new PasswordTooShort(Shortest, field);
        if (password.Length > Longest) return new TooLong(Longest, field);
        var plain = password.ToUpperInvariant();
        return plain.Distinct().Count() < 5 || (email is { Length: > 0 } && plain.Contains(email.Split('@')[0].ToUpperInvariant(), StringComparison.Ordinal) && plain.Length < email.Length + 6)
            ? new PasswordTooSimple(field)
            : null;
    }

    /// <summary>An address that a mail can go to, without name or comment around it, in small letters: one mailbox is one address.</summary>
    public static Outcome<string> ReadEmail(string? typed, string field = "Email")
    {
        var trimmed = (typed ?? "").Trim();
        return trimmed.Length is > 2 and <= 254 && MailAddress.TryCreate(trimmed, out var read) && read.Address == trimmed
            && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && read.Host.Length > 0
                ? trimmed.ToLowerInvariant()
                : new Missing(field, "Email");
    }

    public static Outcome<string> ReadName(string? typed, string field = "PublicName")
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0) return new Missing(field, "PublicName");
        if (name.Length > 80) return new TooLong(80, field);
        return name.Any(char.IsControl) || name.Contains('@', StringComparison.Ordinal) ? new NameIsNoName(field) : name;
    }
}

public sealed record PasswordTooShort(int Least, string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record PasswordTooSimple(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooLong(int Most, string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>An e-mail address as public name would show to everybody what should not be.</summary>
public sealed record NameIsNoName(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
