using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>What the first-run form asks.</summary>
public sealed class FoundingForm
{
    public string? Code { get; set; }
    public string? HostEmail { get; set; }
    public string? HostPassword { get; set; }
    public string? HostName { get; set; }
    public string? Slug { get; set; }
    public string? Name { get; set; }
    public string? Neighbourhood { get; set; }
    public string? Residents { get; set; }
    public string? Zone { get; set; } = "Europe/Amsterdam";
    public string? Treasurer { get; set; }
    public string? Member { get; set; }
    public string? SecondMember { get; set; }
}

/// <summary>The first fund of an installation: its host, its name, and letters to the first three people of the alliance.</summary>
public sealed partial class Founding(UserManager<Account> accounts, IPasswordHasher<Account> hasher, Registering registering,
    Outbox outbox, PublicAddress address, Work work, FirstRun firstRun)
{
    /// <summary>The first seats are for a start: two years in which the alliance arranges lot and election.</summary>
    private const int FirstTermInYears = 2;

    public async Task<Outcome<Fund>> Found(FoundingForm form, string language, DateTimeOffset now)
    {
        if (!firstRun.Fits(form.Code)) return new WrongFirstRunCode();
        var email = Passwords.ReadEmail(form.HostEmail, nameof(form.HostEmail));
        if (email.Refused) return email.Refusal;
        if (Passwords.Check(form.HostPassword, email.Value, nameof(form.HostPassword)) is { } weak) return weak;
        var name = Passwords.ReadName(form.HostName, nameof(form.HostName));
        if (name.Refused) return name.Refusal;
        var fund = Read(form, language, now);
        if (fund.Refused) return fund.Refusal;
        var seats = Seats(form);
        if (seats.Refused) return seats.Refusal;
        // Four eyes are three people's: whoever runs the machine holds no seat, and nobody holds two.
        var everybody = seats.Value.Select(s => s.Email).Append(email.Value).Select(e => accounts.NormalizeEmail(e)).ToList();
        if (everybody.Distinct().Count() != everybody.Count) return new SamePersonTwice();

        var host = registering.Fresh(email.Value, name.Value, language, now);
        host.PasswordHash = hasher.HashPassword(host, form.HostPassword!);
        // The code proves who this is, and mail may not work yet.
        host.EmailConfirmed = true;
        return await work.Run<Fund>(null, async db =>
        {
            if (await db.Set<Fund>().AnyAsync()) return new NotFoundHere();
            db.AddRange(host, new Host { AccountId = host.Id, Since = now }, fund.Value);
            foreach (var (seatEmail, post, number) in seats.Value.Select((s, i) => (s.Email, s.Post, i + 1)))
                await Invite(db, fund.Value, seatEmail, post, number, language, now);
            return fund.Value;
        });
    }

    private async Task Invite(WijkfondsContext db, Fund fund, string email, Post post, int number, string language, DateTimeOffset now)
    {
        var seat = new Seat
        {
            FundId = fund.Id, Number = number, Body = Body.Alliance, Origin = SeatOrigin.Appointed, Post = post, From = now, Until = now.AddYears(FirstTermInYears),
        };
        var token = Invitation.NewToken();
        db.AddRange(seat, new Invitation
        {
            FundId = fund.Id, SeatId = seat.Id, Email = email, TokenHash = Invitation.Hash(token), InvitedAt = now, Until = now + Invitation.Lasts,
        });
        await outbox.WriteTo(db, now, fund.Id, $"invitation/{seat.Id:N}", email, language, post == Post.Treasurer ? "seat-treasurer" : "seat-member", true,
            fund.Name, address.Of(fund, $"/uitnodiging?code={token}"));
    }

    private static Outcome<List<(string Email, Post Post)>> Seats(FoundingForm form)
    {
        var seats = new List<(string, Post)>();
        foreach (var (typed, field, post) in new[] { (form.Treasurer, nameof(form.Treasurer), Post.Treasurer), (form.Member, nameof(form.Member), Post.Member), (form.SecondMember, nameof(form.SecondMember), Post.Member) })
        {
            var email = Passwords.ReadEmail(typed, field);
            if (email.Refused) return email.Refusal;
            seats.Add((email.Value, post));
        }
        return seats;
    }

    private static Outcome<Fund> Read(FoundingForm form, string language, DateTimeOffset now)
    {
        var slug = (form.Slug ?? "").Trim();
        if (!SlugForm().IsMatch(slug)) return new Missing(nameof(form.Slug), "Slug");
        if (string.IsNullOrWhiteSpace(form.Name)) return new Missing(nameof(form.Name), "FundName");
        if (form.Name.Trim().Length > 120) return new TooLong(120, nameof(form.Name));
        if (string.IsNullOrWhiteSpace(form.Neighbourhood)) return new Missing(nameof(form.Neighbourhood), "Neighbourhood");
        if (form.Neighbourhood.Trim().Length > 120) return new TooLong(120, nameof(form.Neighbourhood));
        var digits = (form.Residents ?? "").Replace(".", "", StringComparison.Ordinal).Trim();
        if (!int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var residents) || residents is < 1 or > 10_000_000)
            return new Missing(nameof(form.Residents), "Residents");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(form.Zone ?? "") is not { } zone) return new Missing(nameof(form.Zone), "Zone");
        return new Fund
        {
            Slug = slug, Name = form.Name.Trim(), Neighbourhood = form.Neighbourhood.Trim(), Residents = residents, Zone = zone.Id, Language = language, CreatedAt = now,
        };
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex SlugForm();
}

public sealed record WrongFirstRunCode : Refusal
{
    public override string? Field => "Code";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Host, treasurer and members are different people.</summary>
public sealed record SamePersonTwice : Refusal
{
    public string At { get; init; } = "Treasurer";
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
