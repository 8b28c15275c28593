namespace Wijkfonds.Web.Shared.Words;

/// <summary>The one place where a refusal gets its words.</summary>
public static class Refusals
{
    public static string Say(this Words words, Refusal refusal)
    {
        if (refusal is Missing missing) return words[$"refusal.{missing.What}"];
        // The record's own properties, in order of declaration: what the sentence may name.
        var values = refusal.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            .Select(p => refusal.GetType().GetProperty(p.Name!)?.GetValue(refusal) ?? "").ToArray();
        return words[$"refusal.{refusal.GetType().Name}", values];
    }
}
