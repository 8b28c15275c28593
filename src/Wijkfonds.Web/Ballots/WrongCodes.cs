using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// Wrong codes are limited for each client address and for all together, in memory only, never stored. A correct code is
/// never held up, so nobody can lock out others who share an address. Sixty bits are not found by trying; the limit keeps
/// trying cheap for us.
/// </summary>
public sealed class WrongCodes
{
    public const int PerClient = 10;
    public const int Overall = 500;
    private const int MostClients = 20_000;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock one = new();
    private readonly Dictionary<string, int> clients = new(StringComparer.Ordinal);
    private DateTimeOffset since = DateTimeOffset.MinValue;
    private int all;

    /// <summary>Notes a wrong code; the refusal to give instead of <paramref name="why"/> where there were too many.</summary>
    public Refusal Note(string client, DateTimeOffset now, Refusal why)
    {
        lock (one)
        {
            if (now - since >= Window || now < since)
            {
                clients.Clear();
                (since, all) = (now, 0);
            }
            var mine = clients.GetValueOrDefault(client) + 1;
            if (clients.Count < MostClients || mine > 1) clients[client] = mine;
            return mine > PerClient || ++all > Overall ? new TooManyWrongCodes((int)Math.Ceiling((since + Window - now).TotalMinutes)) : why;
        }
    }
}

/// <summary>The check symbol does not fit: something was mistyped.</summary>
public sealed record MistypedCode : Refusal
{
    public override string? Field => "code";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Well typed, but no right of a vote that is on.</summary>
public sealed record UnknownCode : Refusal
{
    public override string? Field => "code";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooManyWrongCodes(int Minutes) : Refusal
{
    public override string? Field => "code";
    public override int Status => StatusCodes.Status429TooManyRequests;
}
