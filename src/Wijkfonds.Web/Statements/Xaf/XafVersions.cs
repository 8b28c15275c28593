namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>Versions as addresses name them (?versie=3.2). Without one it is 4.0.</summary>
public static class XafVersions
{
    public static XafVersion? Read(string? typed) => typed switch
    {
        null or "" or "4.0" => XafVersion.V40,
        "3.2" => XafVersion.V32,
        _ => null,
    };
}
