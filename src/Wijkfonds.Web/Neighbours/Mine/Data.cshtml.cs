using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours.Entrance;

namespace Wijkfonds.Web.Neighbours.Mine;

public sealed class DataModel : EntrancePage
{
    public async Task<IActionResult> OnGet() => File(await OwnData.Of(Db, await Me()), "application/json", "wijkfonds-mijn-gegevens.json");
}
