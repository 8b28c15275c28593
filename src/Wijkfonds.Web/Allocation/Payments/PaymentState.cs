namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Where a payment stands: it waits for a second member, was released, was taken back, or was not agreed. Its words are "payment.state.{Name}".</summary>
public sealed record PaymentState(string Name, string Badge)
{
    public static PaymentState Of(Payment payment, bool waits, bool reversed = false) =>
        reversed ? new("reversed", "no") : payment.ReleasedAt is not null ? new("released", "open") : waits ? new("waits", "wait") : new("dropped", "no");
}
