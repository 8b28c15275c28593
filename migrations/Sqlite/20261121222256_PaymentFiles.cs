using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PaymentFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IbanChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UsableFrom = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IbanChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IbanChange_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 33, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    ExecuteOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaymentFile_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentExport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Amount_Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentExport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaymentExport_Fund_FundId",
                        column: x => x.FundId,
                        principalTable: "Fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentExport_PaymentFile_FileId",
                        column: x => x.FileId,
                        principalTable: "PaymentFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaymentExport_Payment_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IbanChange_FundId_PartyId_ProposedAt",
                table: "IbanChange",
                columns: new[] { "FundId", "PartyId", "ProposedAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentExport_FileId",
                table: "PaymentExport",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentExport_FundId_FileId_Position",
                table: "PaymentExport",
                columns: new[] { "FundId", "FileId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentExport_FundId_PaymentId",
                table: "PaymentExport",
                columns: new[] { "FundId", "PaymentId" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentExport_PaymentId",
                table: "PaymentExport",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentFile_FundId_MessageId",
                table: "PaymentFile",
                columns: new[] { "FundId", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentFile_FundId_Number",
                table: "PaymentFile",
                columns: new[] { "FundId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IbanChange");

            migrationBuilder.DropTable(
                name: "PaymentExport");

            migrationBuilder.DropTable(
                name: "PaymentFile");
        }
    }
}
