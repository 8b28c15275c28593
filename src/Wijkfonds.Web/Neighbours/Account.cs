using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wijkfonds.Web.Neighbours;

/// <summary>One person of the installation. What it may do follows from seats and memberships, never from this row.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>The name its owner chose to show with plans; empty once erased.</summary>
    public string PublicName { get; set; } = "";
    /// <summary>One of our own language keys, for mails.</summary>
    public string Language { get; set; } = "nl";
    public const int LongestEmail = 254;

    public DateTimeOffset CreatedAt { get; set; }
    /// <summary>Emptied on its owner's wish; the row stays, so that what others decided with it keeps its place.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}

/// <summary>Who installs, backs up and upgrades. No rights over money, review, draw, roll or ballots.</summary>
public sealed class Host
{
    public required Guid AccountId { get; init; }
    public required DateTimeOffset Since { get; init; }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Host>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("AccountClaim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("AccountLogin");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("AccountToken");

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Account");
        account.Property(a => a.PublicName).HasMaxLength(80);
        account.Property(a => a.Language).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<Host> host)
    {
        host.HasKey(h => h.AccountId);
        host.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId);
    }
}
