namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>One text of the plan form (_PlanField): words "plan.{Name}" and "plan.{Name}.hint"; with rows it is a large field.</summary>
public sealed record PlanField(string Name, string? Value, int Most, int Rows = 0);
