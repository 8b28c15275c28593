namespace Wijkfonds.Democracy.Sortition;

/// <summary>A lottery was not found, or not certified: no answer rather than a wrong one. It says nothing about the pool.</summary>
/// <param name="message">What did not come out.</param>
public sealed class UncertifiedException(string message) : Exception(message);
