namespace Wijkfonds.Democracy.Sortition;

/// <summary>How far a search for a lottery has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How much of it: levels found, panels found, or digits of the exact weights.</param>
/// <param name="Expected">About how much there is to do; 0 where nobody can say.</param>
public readonly record struct DrawProgress(DrawStage Stage, int Done, int Expected);

/// <summary>The stages of a search for a lottery, in order.</summary>
public enum DrawStage
{
    /// <summary>The probabilities are found, level by level.</summary>
    Levels,

    /// <summary>Panels are found that have these probabilities.</summary>
    Panels,

    /// <summary>The exact weights are found and checked.</summary>
    Weights,
}
