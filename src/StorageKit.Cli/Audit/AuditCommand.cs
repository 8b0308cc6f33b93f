using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary><c>storagekit audit</c>: what an audit log holds, and whether it is what was emitted.</summary>
internal static class AuditCommand
{
    static readonly Argument<string> s_file = new("FILE")
    {
        Description = "A storage.toml, whose audit_sink is read; or what was exported: a file that ends in .jsonl or "
            + ".csv, or - for JSON Lines from standard input.",
    };

    static readonly System.CommandLine.Option<string?> s_tenant = new("--tenant", "-t")
    {
        Description = "Whose log it is, as a UUID; the system tenant's without it.", HelpName = "ID",
    };

    static readonly System.CommandLine.Option<string?> s_session = new("--session", "-s")
    {
        Description = "Only the entries of this session, as a UUID.", HelpName = "ID",
    };

    internal static Command Create() =>
        new("audit", "Verifies, exports and shows an audit log.") { Verify(), Export(), Tail() };

    static Command Verify()
    {
        var checkpoint = new System.CommandLine.Option<string?>("--checkpoint", "-c")
        {
            Description = "What the chains were at an earlier verification. Without it neither a cut tail nor a chain "
                + "that was rewritten as a whole can be noticed.",
            HelpName = "FILE",
        };
        var save = new System.CommandLine.Option<string?>("--save-checkpoint")
        {
            Description = "Writes what the chains are now, when all are intact. Keep it where whoever writes the log "
                + "cannot write.",
            HelpName = "FILE",
        };
        var command = new Command(
            "verify",
            "Verifies the hash chain of each session in a log, in constant memory, and says where one is broken.\n\n"
            + "Exit codes: 0 all chains are intact, 1 one is broken or cannot be read, 2 the command line or the file "
            + "is wrong, 130 stopped.")
        {
            s_file, s_tenant, s_session, checkpoint, save, JsonOption.Instance,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var seen = given.GetValue(checkpoint) is { } file ? Checkpoints.Read(file) : [];
            var verification = new LogVerification(seen, SessionOf(given));
            using (var progress = ProgressLine.Create())
                await SourceOf(given).ForEachAsync(
                    record =>
                    {
                        verification.Add(record);
                        progress.Report(verification.Count, "entries");
                    },
                    cancellationToken);
            var report = new VerificationReport(verification);
            if (given.GetValue(save) is { } saved && report.IsIntact) Checkpoints.Write(saved, report.Chains);
            report.Write(given.GetValue(JsonOption.Instance), Console.Out);
            return report.IsIntact ? ExitCodes.Success : ExitCodes.Failure;
        }));
        return command;
    }

    static Command Export()
    {
        var to = new System.CommandLine.Option<string?>("--to", "-o")
        {
            Description = "The file to write: CSV when it ends in .csv, else JSON Lines; standard output without it. "
                + "It appears when it is whole.",
            HelpName = "FILE",
        };
        var csv = new System.CommandLine.Option<bool>("--csv") { Description = "CSV, also on standard output." };
        var force = new System.CommandLine.Option<bool>("--force") { Description = "Replaces a file that is there." };
        var command = new Command(
            "export",
            "Writes every entry of a log as JSON Lines or CSV, with all its fields: storagekit audit verify verifies "
            + "them again.\n\n"
            + "It is not verified while it is written. Payloads are in it: keep it as you keep the log. In CSV an "
            + "absent value is an empty cell, an empty text is \"\"; a spreadsheet may take a payload for a formula, "
            + "so import it as text.")
        {
            s_file, s_tenant, s_session, to, csv, force,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var export = new AuditExport(SourceOf(given), SessionOf(given), given.GetValue(csv));
            await export.RunAsync(given.GetValue(to), given.GetValue(force), cancellationToken);
            return ExitCodes.Success;
        }));
        return command;
    }

    static Command Tail()
    {
        var lines = new System.CommandLine.Option<int>("--lines", "-n")
        {
            Description = "How many of the last entries.", DefaultValueFactory = _ => 10, HelpName = "COUNT",
        };
        lines.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > AuditTail.Longest)
                result.AddError($"--lines: expected an integer from 0 to {AuditTail.Longest}.");
        });
        var follow = new System.CommandLine.Option<bool>("--follow", "-f")
        {
            Description = "Goes on with new entries, until it is stopped.",
        };
        var command = new Command(
            "tail",
            "Shows the last entries of a log: position, time, event, agent, session. Payloads are shown only in the "
            + "JSON Lines of --json.")
        {
            s_file, s_tenant, s_session, lines, follow, JsonOption.Instance,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var tail = new AuditTail(
                SessionOf(given), given.GetValue(JsonOption.Instance) ? RecordLine.Write : AuditTail.Line, Console.Out);
            var source = SourceOf(given);
            if (source.IsExport) throw new UsageException("tail reads a log, so FILE has to be a storage.toml.");
            return await source.WithLogAsync(
                log => tail.RunAsync(log, given.GetValue(lines), given.GetValue(follow), cancellationToken),
                cancellationToken);
        }));
        return command;
    }

    static AuditSource SourceOf(ParseResult given) =>
        new(given.GetRequiredValue(s_file), TenantOption.Parse(given.GetValue(s_tenant)));

    static SessionId? SessionOf(ParseResult given) => given.GetValue(s_session) switch
    {
        null => null,
        var text when SessionId.TryParse(text, out var session) => session,
        _ => throw new UsageException("--session: expected a UUID, such as 018f3c5e-…"),
    };
}
