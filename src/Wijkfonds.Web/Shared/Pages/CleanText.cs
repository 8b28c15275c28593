using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>
/// Every text that comes in loses what no person types and no database keeps: NUL characters, and halves of characters.
/// For everything else it binds as usual.
/// </summary>
public sealed class CleanText : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = Clean(value.FirstValue);
        bindingContext.Result = ModelBindingResult.Success(
            string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : text);
        return Task.CompletedTask;
    }

    public static string? Clean(string? text)
    {
        if (text is null || !text.Any(c => c == '\0' || char.IsSurrogate(c))) return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal)));
    }
}
