using System.Text.Json;

namespace StorageKit.Tools;

public sealed partial class ToolHost
{
    readonly CallAudit? _audit;

    /// <summary>Calls a tool for an agent. What goes wrong is a result, too: it is for the model to read.</summary>
    /// <param name="agent">Who calls.</param>
    /// <param name="tool">The tool's exact name.</param>
    /// <param name="arguments">What the model gave; <c>default</c> for nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; the call may have had its effect.</exception>
    public async ValueTask<ToolResult> CallAsync(
        string agent, string tool, JsonElement arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(tool);
        cancellationToken.ThrowIfCancellationRequested();
        var refused = _options.RateLimit is { } limit
            ? await CountAsync(limit, agent, tool, cancellationToken).ConfigureAwait(false)
            : null;
        _agents.TryGetValue(agent, out var tools);
        // A name that nobody has, and one that the agent may not call, must not be told apart.
        var found = tools?.Find(tool);
        if (refused is null && found?.Owner.TryEnter() == false) found = null;
        var calling = refused is not null ? new(refused)
            : found is null ? new(UnknownTool(tool))
            : RunAsync(new(agent, found.Tool, arguments), found.Owner, cancellationToken);
        if (_audit is null) return await calling.ConfigureAwait(false);
        var record = new CallRecord(tools?.Agent, agent, tool, found?.Tool, arguments);
        try
        {
            return await AuditAsync(record, await calling.ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await AuditAsync(record, null).ConfigureAwait(false);
            throw;
        }
    }

    async ValueTask<ToolResult> RunAsync(ToolCall call, RegisteredComponent owner, CancellationToken cancellationToken)
    {
        var limit = new TimeLimit(_options.CallTimeout, _options.Services.TimeProvider, cancellationToken);
        try
        {
            return await InvokeAsync(call, owner, limit).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (limit.IsExceeded)
        {
            HostLog.CallTimedOut(_logger, call.Tool.Name, _options.CallTimeout.TotalSeconds);
            return ToolFailure.TimedOut;
        }
    }

    /// <summary>Never fails but by cancellation, so that nobody has to look at a call that was given up.</summary>
    async Task<ToolResult> InvokeAsync(ToolCall call, RegisteredComponent owner, TimeLimit limit)
    {
        try
        {
            if (!owner.Provider.CanHandle(call.Tool.Name)) return UnknownTool(call.Tool.Name);
            return await owner.Provider.CallAsync(call, limit.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The provider gave no result.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !limit.Token.IsCancellationRequested)
        {
            HostLog.CallFailed(_logger, call.Tool.Name, HostLog.ReasonOf(e));
            return ToolFailure.Of(e);
        }
        finally
        {
            owner.Exit();
            limit.Dispose();
        }
    }

    async ValueTask<ToolResult> AuditAsync(CallRecord record, ToolResult? result)
    {
        try
        {
            // Not the caller's token: who vanishes is recorded, too.
            await TimeLimit.RunAsync(
                token => _audit!.RecordAsync(record, result?.Outcome, token), _options.CallTimeout,
                _options.Services.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            return result ?? ToolFailure.TimedOut;
        }
        catch (Exception e)
        {
            HostLog.AuditFailed(_logger, record.ToolName, HostLog.ReasonOf(e));
            return ToolFailure.NotAudited;
        }
    }

    static ToolResult UnknownTool(string tool) => ToolResult.Failure(
        ToolOutcome.UnknownTool,
        $"There is no tool {QuotedName.Of(tool.Length <= 2 * ToolNames.Longest ? tool : "…")} for you. Call one of "
        + "the listed tools, by its exact name.");
}
