namespace StorageKit.Conformance;

/// <summary>The probe for a driver whose section says a time-out.</summary>
/// <param name="timeout">What the section says; more than zero.</param>
/// <example><code>
/// return new(section: $"url = '{server.Url}'\ntimeout = '2s'", server, new OperationTimeout(TimeSpan.FromSeconds(2)));
/// </code></example>
public sealed class OperationTimeout(TimeSpan timeout) : IOperationTimeout
{
    /// <inheritdoc/>
    TimeSpan IOperationTimeout.OperationTimeout => timeout;
}
