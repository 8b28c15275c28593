using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// What a voter's browser carries between typing the code and the last step: which right, what is ticked so far. Encrypted
/// under the box's own key, in a cookie that scripts and other sites cannot use; it survives reload and another language,
/// and nothing opens it after sealing. The code is not in it.
/// </summary>
public sealed record BallotSession
{
    public const string Cookie = "stembiljet";
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    public required Guid Box { get; init; }
    /// <summary>Ties a form to this session: a form of another code in the same browser is refused.</summary>
    public required byte[] Id { get; init; }
    /// <summary>Null once the ballot is in the box: changing it takes the code again.</summary>
    public Right? Right { get; init; }
    /// <summary>The nonce of the ballot in the box when the code was typed, or of the one just cast.</summary>
    public required byte[] Upon { get; init; }
    /// <summary>The receipt number of the ballot in the box; empty when there is none.</summary>
    public string Receipt { get; init; } = "";
    public byte[] Marks { get; init; } = [];
    public bool ByNumber { get; init; }
    public string Search { get; init; } = "";
    public long Until { get; init; }

    public string Form => Convert.ToHexString(Id);
    public bool CanVote => Right is not null;
    /// <summary>Ticked, and not in the box yet.</summary>
    public bool IsUnfinished => CanVote && Marks.Any(b => b != 0);

    public static BallotSession For(Admission admission) => new()
    {
        Box = admission.Right.Box, Id = RandomNumberGenerator.GetBytes(8), Right = admission.Right, Upon = admission.Upon,
        Receipt = admission.InBox?.ToString() ?? "",
    };

    public BallotSession Cast(byte[] nonce, Receipt receipt) => this with { Right = null, Upon = nonce, Receipt = receipt.ToString(), Marks = [], Search = "" };

    /// <summary>Null where there is none, it is too old, or its box was sealed.</summary>
    public static BallotSession? Of(HttpContext context, DateTimeOffset now)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 33 and < 4000 } value || !Guid.TryParseExact(value[..32], "N", out var box)) return null;
        if (!Base64Url.IsValid(value.AsSpan(33))) return null;
        if (context.RequestServices.GetRequiredService<KeyFolder>().Keys(box)?.OpenSession(Base64Url.DecodeFromChars(value.AsSpan(33))) is not { } plain) return null;
        var session = JsonSerializer.Deserialize<BallotSession>(plain)!;
        return session.Box == box && now.ToUnixTimeMilliseconds() < session.Until ? session : null;
    }

    public void Keep(HttpContext context, DateTimeOffset now)
    {
        if (context.RequestServices.GetRequiredService<KeyFolder>().Keys(Box) is not { } keys) return;
        var plain = JsonSerializer.SerializeToUtf8Bytes(this with { Until = (now + Life).ToUnixTimeMilliseconds() });
        context.Response.Cookies.Append(Cookie, $"{Box:N}.{Base64Url.EncodeToString(keys.SealSession(plain))}", Options(context));
    }

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
    };
}
