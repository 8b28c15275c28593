namespace Wijkfonds.Democracy.Sortition;

/// <summary>Variables by ratio, the least first, equal ones by index: a binary heap that is filled at once.</summary>
internal sealed class RatioHeap
{
    private double[] ratios = [];
    private int[] variables = [];

    internal int Count { get; private set; }

    /// <summary>The variable with the least ratio.</summary>
    internal int First => variables[0];

    internal double FirstRatio => ratios[0];

    internal void Clear(int most)
    {
        Count = 0;
        if (ratios.Length < most) (ratios, variables) = (new double[most], new int[most]);
    }

    /// <summary>Puts one in without order; <see cref="Arrange"/> follows.</summary>
    internal void Put(double ratio, int variable)
    {
        (ratios[Count], variables[Count]) = (ratio, variable);
        Count++;
    }

    internal void Arrange()
    {
        for (var i = Count / 2 - 1; i >= 0; i--) Sink(i);
    }

    internal void RemoveFirst()
    {
        Count--;
        (ratios[0], variables[0]) = (ratios[Count], variables[Count]);
        Sink(0);
    }

    private void Sink(int at)
    {
        for (var child = 2 * at + 1; child < Count; child = 2 * at + 1)
        {
            if (child + 1 < Count && Before(child + 1, child)) child++;
            if (!Before(child, at)) return;
            (ratios[at], ratios[child], variables[at], variables[child]) = (ratios[child], ratios[at], variables[child], variables[at]);
            at = child;
        }
    }

    private bool Before(int a, int b) => ratios[a] < ratios[b] || (ratios[a] == ratios[b] && variables[a] < variables[b]);
}
