using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>Something that waits for this person at the desk (/bureau), beside the open decisions, which are listed by themselves.</summary>
/// <param name="Title">What to do, in the viewer's language: "4 plannen toetsen in Voorjaar 2027".</param>
/// <param name="Path">Where it is done, below the fund.</param>
/// <param name="Since">How long it waits: the oldest comes first.</param>
/// <param name="IfNothing">What happens when nobody acts, in one sentence; empty when nothing does.</param>
public sealed record DeskTask(string Title, string Path, DateTimeOffset Since, string IfNothing = "");

/// <summary>
/// What a folder has waiting for people at the desk, computed from the state of things, never stored.
/// Registered by its owner: services.AddScoped&lt;IDeskTasks, …&gt;().
/// </summary>
public interface IDeskTasks
{
    Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now);
}
