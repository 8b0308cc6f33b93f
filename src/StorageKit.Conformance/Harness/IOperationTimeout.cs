namespace StorageKit.Conformance;

/// <summary>Probe: how long the driver, as the harness configures it, lets one call take at most.
/// <see cref="StorageKit.Conformance.OperationTimeout"/> is one.</summary>
/// <remarks>Without it, a driver is given 30 s to give up a backend that says nothing, and what takes a time-out to be
/// seen is left out.</remarks>
public interface IOperationTimeout
{
    /// <summary>From the call to its error, everything in between included; more than zero.</summary>
    TimeSpan OperationTimeout { get; }
}
