namespace Wijkfonds.Web.Shared.Data;

/// <summary>Why a back-up or a restore did not happen, in one sentence for the host. Nothing was changed.</summary>
public sealed class BackupRefusal(string sentence) : Exception(sentence);
