using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// Everything that is stored. Each folder maps its own nouns (IEntityTypeConfiguration beside the noun);
/// rows of a fund are filtered to <see cref="FundId"/>, null only for jobs and the host's own pages.
/// </summary>
public abstract class WijkfondsContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The fund whose rows this context sees; null sees all funds.</summary>
    public Guid? FundId { get; set; }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(WijkfondsContext).Assembly);
        foreach (var type in model.Model.GetEntityTypes().Where(t => typeof(IOfFund).IsAssignableFrom(t.ClrType)).ToList())
            typeof(WijkfondsContext).GetMethod(nameof(Filter), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(type.ClrType).Invoke(this, [model]);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.ComplexProperties<Cents>();
        conventions.ComplexProperties<Deadline>();
    }

    private void Filter<T>(ModelBuilder model) where T : class, IOfFund
    {
        model.Entity<T>().HasQueryFilter(row => FundId == null || row.FundId == FundId);
        model.Entity<T>().HasOne<Funds.Fund>().WithMany().HasForeignKey(row => row.FundId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A row that belongs to one fund.</summary>
public interface IOfFund
{
    Guid FundId { get; }
}

public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : WijkfondsContext(options);

public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : WijkfondsContext(options);
