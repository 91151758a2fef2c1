using System;
using System.Activities;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class WorkflowActivityTests
{
    private static readonly EntityReference Account = new("account", new Guid("5f0c5a3e-0b5f-4c68-9d2a-1f1a52c6a005"));

    [Fact]
    public void AnActivity_ReadsItsInputsAndReturnsItsOutputs()
    {
        var invoker = new WorkflowInvoker(new ScoreAccount());
        var trace = new Trace();
        invoker.Extensions.Add<ITracingService>(() => trace);

        var outputs = invoker.Invoke(new Dictionary<string, object> { ["Account"] = Account, ["Bonus"] = 5 });

        Assert.Equal(25, outputs["Score"]);
        Assert.Equal(6, outputs["Bonus"]);
        Assert.DoesNotContain("Account", outputs.Keys);
        Assert.Equal(["account"], trace.Lines);
    }

    [Fact]
    public void AConstantOnTheActivity_StandsWhereNoInputIsGiven()
    {
        var outputs = WorkflowInvoker.Invoke(new ScoreAccount { Account = new InArgument<EntityReference>(Account), Factor = 3 });

        Assert.Equal(30, outputs["Score"]);
    }

    [Fact]
    public void ARequiredInputThatIsMissing_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new ScoreAccount()));
        Assert.Contains("Account", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acount")]
    [InlineData("Score")]
    public void AnInputNoArgumentTakes_IsRefused(string name)
    {
        var inputs = new Dictionary<string, object> { ["Account"] = Account, [name] = 1 };
        Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new ScoreAccount(), inputs));
    }

    [Fact]
    public void AnInputOfAnotherType_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new ScoreAccount(), new Dictionary<string, object> { ["Account"] = "account" }));

    [Fact]
    public void WhatAnActivityThrows_ComesThroughUnchanged()
    {
        var inputs = new Dictionary<string, object> { ["Account"] = new EntityReference("contact") };
        Assert.Throws<InvalidPluginExecutionException>(() => WorkflowInvoker.Invoke(new ScoreAccount(), inputs));
    }

    [Fact]
    public void ArgumentsOfARun_DoNotLeakIntoTheNext()
    {
        var invoker = new WorkflowInvoker(new ScoreAccount());
        var inputs = new Dictionary<string, object> { ["Account"] = Account };

        invoker.Invoke(new Dictionary<string, object>(inputs) { ["Bonus"] = 5 });

        Assert.Equal(1, invoker.Invoke(inputs)["Bonus"]);
    }

    [Fact]
    public void TheDesignersNames_AreReadFromTheAttributes()
    {
        var property = typeof(ScoreAccount).GetProperty(nameof(ScoreAccount.Account))!;

        Assert.Equal("Account to score", property.GetCustomAttribute<InputAttribute>()!.Name);
        Assert.Equal("account", property.GetCustomAttribute<ReferenceTargetAttribute>()!.EntityName);
    }

    private sealed class ScoreAccount : CodeActivity
    {
        [Input("Account to score"), ReferenceTarget("account"), RequiredArgument]
        public InArgument<EntityReference> Account { get; set; } = null!;

        [Input("Factor"), Default("2")]
        public InArgument<int> Factor { get; set; } = new(2);

        [Input("Bonus"), Output("Bonus")]
        public InOutArgument<int> Bonus { get; set; } = null!;

        [Output("Score")]
        public OutArgument<int> Score { get; set; } = null!;

        protected override void Execute(CodeActivityContext context)
        {
            var account = Account.Get(context);
            if (account.LogicalName != "account") throw new InvalidPluginExecutionException("Not an account.");
            context.GetExtension<ITracingService>()?.Trace(account.LogicalName);
            Score.Set(context, (10 * Factor.Get(context)) + Bonus.Get(context));
            context.SetValue(Bonus, context.GetValue(Bonus) + 1);
        }
    }

    private sealed class Trace : ITracingService
    {
        public List<string> Lines { get; } = [];

        void ITracingService.Trace(string format, params object[] args) => Lines.Add(format);
    }
}
