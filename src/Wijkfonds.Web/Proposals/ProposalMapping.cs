using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wijkfonds.Web.Proposals;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<CostLine>,
    IEntityTypeConfiguration<ProposalAct>, IEntityTypeConfiguration<ProposalVersion>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.HasIndex(p => new { p.FundId, p.RoundId, p.Number }).IsUnique();
        proposal.HasIndex(p => new { p.FundId, p.AccountId });
        proposal.HasIndex(p => new { p.FundId, p.Handle }).IsUnique();
        proposal.Property(p => p.Handle).HasMaxLength(10);
        proposal.Property(p => p.Title).HasMaxLength(PlanLimits.Title);
        proposal.Property(p => p.Summary).HasMaxLength(PlanLimits.Summary);
        proposal.Property(p => p.Story).HasMaxLength(PlanLimits.Story);
        proposal.Property(p => p.Place).HasMaxLength(PlanLimits.Place);
        proposal.Property(p => p.OwnPart).HasMaxLength(PlanLimits.OwnPart);
        proposal.Property(p => p.Team).HasMaxLength(PlanLimits.Team);
        proposal.Property(p => p.Revision).IsConcurrencyToken();
        proposal.HasOne(p => p.Round).WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.Section).WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.Theme).WithMany().HasForeignKey(p => p.ThemeId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasMany(p => p.Costs).WithOne().HasForeignKey(c => c.ProposalId);
        proposal.HasMany(p => p.Acts).WithOne().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CostLine> line)
    {
        line.HasIndex(c => new { c.FundId, c.ProposalId, c.Position }).IsUnique();
        line.Property(c => c.What).HasMaxLength(PlanLimits.CostWords);
    }

    public void Configure(EntityTypeBuilder<ProposalAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.ProposalId, a.Order }).IsUnique();
        act.Property(a => a.Words).HasMaxLength(PlanLimits.ReviewWords);
    }

    public void Configure(EntityTypeBuilder<ProposalVersion> version)
    {
        version.HasIndex(v => new { v.FundId, v.ProposalId, v.Number }).IsUnique();
        version.HasOne<Proposal>().WithMany().HasForeignKey(v => v.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
